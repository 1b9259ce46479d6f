// SPDX-License-Identifier: Apache-2.0
#include "gis/place/crs_wkt.hpp"

#include <proj.h>

#include <memory>
#include <new>
#include <string>

#include "gis/place/crs_name.hpp"

namespace anzenmap {

namespace {

struct ProjFree {
  void operator()(PJ_CONTEXT* context) const { proj_context_destroy(context); }
  void operator()(PJ* object) const { proj_destroy(object); }
  void operator()(PJ_OBJ_LIST* list) const { proj_list_destroy(list); }
};

/// PROJ's confidence in percent from which the parameters are equal and only names may differ.
constexpr int kSameParameters = 70;

std::optional<int> code_of(const PJ* crs) {
  const char* authority = proj_get_id_auth_name(crs, 0);
  const char* code = proj_get_id_code(crs, 0);
  if (authority == nullptr || code == nullptr || std::string_view(authority) != "EPSG") return std::nullopt;
  return epsg_named("EPSG:" + std::string(code));
}

}  // namespace

std::optional<int> epsg_of_wkt(std::string_view wkt) {
  const std::unique_ptr<PJ_CONTEXT, ProjFree> context(proj_context_create());
  if (context == nullptr) throw std::bad_alloc();
  proj_log_level(context.get(), PJ_LOG_NONE);
  const std::string text(wkt);
  const std::unique_ptr<PJ, ProjFree> crs(
      proj_create_from_wkt(context.get(), text.c_str(), nullptr, nullptr, nullptr));
  if (crs == nullptr) return std::nullopt;
  if (const auto said = code_of(crs.get())) return said;
  int* confidences = nullptr;
  const std::unique_ptr<PJ_OBJ_LIST, ProjFree> found(
      proj_identify(context.get(), crs.get(), "EPSG", nullptr, &confidences));
  const std::unique_ptr<int, void (*)(int*)> owner(confidences, proj_int_list_destroy);
  if (found == nullptr || proj_list_get_count(found.get()) == 0) return std::nullopt;
  if (confidences[0] < kSameParameters) return std::nullopt;
  const std::unique_ptr<PJ, ProjFree> best(proj_list_get(context.get(), found.get(), 0));
  return best == nullptr ? std::nullopt : code_of(best.get());
}

}  // namespace anzenmap
