// SPDX-License-Identifier: Apache-2.0
// The GDAL module: loaded when a file needs it, and the only part of Anzenmap that links GDAL.
#include <cpl_string.h>

#include "importers/gdal/module/arrow_reader.hpp"
#include "importers/gdal/module/calls.hpp"
#include "importers/gdal/module/feature_reader.hpp"
#include "importers/gdal/module/handles.hpp"
#include "importers/gdal/module/layer_facts.hpp"
#include "importers/gdal/module/module_interface.hpp"

namespace anzenmap::gdal {
namespace {

class GdalDataset final : public Dataset {
 public:
  explicit GdalDataset(DatasetHandle handle) : handle_(std::move(handle)) {
    const int count = GDALDatasetGetLayerCount(handle_.get());
    for (int i = 0; i < count; ++i) layers_.push_back(facts_of(GDALDatasetGetLayer(handle_.get(), i)));
  }
  ~GdalDataset() override {
    std::vector<Message> unheard;
    const Calls calls(unheard);
    handle_.reset();
  }

  [[nodiscard]] const std::vector<LayerInfo>& layers() const override { return layers_; }

  [[nodiscard]] std::unique_ptr<LayerReader> read_layer(std::size_t layer) override {
    std::vector<Message> unheard;
    const Calls calls(unheard);
    OGRLayerH handle = GDALDatasetGetLayer(handle_.get(), static_cast<int>(layer));
    if (auto reader = read_arrow(handle, layers_[layer])) return reader;
    return read_features(handle, layers_[layer]);
  }

 private:
  DatasetHandle handle_;
  std::vector<LayerInfo> layers_;
};

class GdalModule final : public Module {
 public:
  GdalModule() {
    std::vector<Message> unheard;
    const Calls calls(unheard);
    // Drivers outside libgdal itself are not asked for.
    CPLSetConfigOption("GDAL_DRIVER_PATH", "disable");
    GDALAllRegister();
    CPLSetConfigOption("GDAL_DRIVER_PATH", nullptr);
  }

  [[nodiscard]] std::unique_ptr<Dataset> open(const std::string& path, const std::string& driver,
                                              std::span<const std::string> options,
                                              std::vector<Message>& messages) override {
    const Calls calls(messages);
    const char* const drivers[] = {driver.c_str(), nullptr};
    std::vector<const char*> settings;
    settings.reserve(options.size() + 1);
    for (const std::string& option : options) settings.push_back(option.c_str());
    settings.push_back(nullptr);
    DatasetHandle handle(GDALOpenEx(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR,
                                    drivers, settings.data(), nullptr));
    if (!handle) return nullptr;
    return std::make_unique<GdalDataset>(std::move(handle));
  }
};

}  // namespace
}  // namespace anzenmap::gdal

extern "C" [[gnu::visibility("default")]] anzenmap::gdal::Module* anzenmap_gdal_module(int interface);

extern "C" anzenmap::gdal::Module* anzenmap_gdal_module(int interface) {
  if (interface != anzenmap::gdal::kInterface) return nullptr;
  static anzenmap::gdal::GdalModule module;
  return &module;
}
