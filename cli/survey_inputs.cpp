// SPDX-License-Identifier: Apache-2.0
#include "cli/survey_inputs.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "gis/base/error.hpp"
#include "importers/intake/input_file.hpp"

namespace anzenmap::cli {

namespace {

ReadOptions pinned(const ConversionOptions& options, const PinnedReading& reading, const std::string& path,
                   const Pins& pins) {
  ReadOptions read = reading.apply(options.read, file_name_of(path));
  for (const RereadRequest& pin : pins) {
    read.members.push_back(pin);
    if (pin.file != file_name_of(path)) continue;
    if (pin.item.key == "encoding" && !options.read.encoding) read.encoding = pin.item.value;
    if (pin.item.key == "columns_from") read.whole_outline = true;
    if (pin.item.key == "separator" && !options.read.separator) read.separator = pin.item.value;
  }
  return read;
}

}  // namespace

SurveyInputs::SurveyInputs(const ConversionOptions& options, const PinnedReading& reading,
                           const Profile& profile, const Pins& pins)
    : paths_(options.inputs), mends_(std::make_shared<MendedRows>()) {
  std::string rejects_file;
  for (const std::string& path : options.inputs) {
    std::unique_ptr<Source> source = open_survey(path, pinned(options, reading, path, pins), profile);
    if (!source->layers().empty() && is_rejects(source->layers().front())) {
      rejects_file = source->layers().front().file;
      mends_->read(*source);
      continue;
    }
    if (first_survey_.empty()) first_survey_ = file_name_of(path);
    sources_.push_back(std::move(source));
  }
  if (sources_.empty()) throw Error(rejects_alone, {{"file", rejects_file, {}}}, Error::Kind::usage);
  join_sources(sources_, profile);
  for (std::unique_ptr<Source>& source : sources_) {
    if (!mends_->empty()) source = with_mended_rows(std::move(source), mends_, profile);
    layers_.insert(layers_.end(), source->layers().begin(), source->layers().end());
  }
  // What an earlier try found in the file was no person's word.
  for (const RereadRequest& pin : pins) {
    for (Layer& layer : layers_) {
      if (layer.file != pin.file) continue;
      const ReadingItem& item = pin.item;
      layer.reading.decide(item.key, item.value, item.by, item.evidence_ja, item.evidence_en);
    }
  }
}

std::vector<Source*> SurveyInputs::sources() const {
  std::vector<Source*> out;
  for (const std::unique_ptr<Source>& source : sources_) out.push_back(source.get());
  return out;
}

std::vector<Diagnostic> SurveyInputs::opening_diagnostics() {
  std::vector<Diagnostic> out;
  std::uint32_t first = 0;
  for (const std::unique_ptr<Source>& source : sources_) {
    for (Diagnostic& diagnostic : source->opening_diagnostics()) {
      diagnostic.layer += first;
      out.push_back(std::move(diagnostic));
    }
    first += static_cast<std::uint32_t>(source->layers().size());
  }
  return out;
}

std::string SurveyInputs::default_name() const {
  const std::size_t dot = first_survey_.rfind('.');
  return dot == std::string::npos || dot == 0 ? first_survey_ : first_survey_.substr(0, dot);
}

std::uint64_t SurveyInputs::text_bytes() const {
  const bool compressed = std::any_of(layers_.begin(), layers_.end(), [](const Layer& layer) {
    return !layer.sheet.empty() || layer.reading.find("archive") != nullptr;
  });
  if (compressed) return 0;
  std::uint64_t bytes = 0;
  for (const std::string& path : paths_) {
    std::error_code none;
    if (!std::filesystem::is_directory(path, none)) bytes += InputFile(path).size();
  }
  return bytes;
}

void SurveyInputs::check_mends() const { mends_->check_all_used(); }

}  // namespace anzenmap::cli
