// SPDX-License-Identifier: Apache-2.0
#include "importers/gdal/module/calls.hpp"

#include <cpl_conv.h>
#include <cpl_error.h>

#include <array>
#include <string_view>

namespace anzenmap::gdal {
namespace {

constexpr std::size_t kMostMessages = 100;
constexpr std::size_t kLongestMessage = 500;

struct Setting {
  const char* name;
  const char* value;
};

constexpr std::array<Setting, 6> kSettings{{
    {"CPL_VSIL_CURL_ALLOWED_FILENAME", "/none"},  // the one name that may be fetched: none
    {"GDAL_HTTP_MAX_RETRY", "0"},
    {"OGR_SQLITE_LOAD_EXTENSIONS", nullptr},
    {"OGR_XLS_FIELD_TYPES", "STRING"},
    {"OGR_XLS_HEADERS", "DISABLE"},  // which row is the header is for our own rules to find
    {"SHAPE_RESTORE_SHX", "NO"},     // would write beside the input
}};

void CPL_STDCALL collect(CPLErr severity, CPLErrorNum, const char* text) {
  if (severity == CE_None || severity == CE_Debug) return;
  auto& messages = *static_cast<std::vector<Message>*>(CPLGetErrorHandlerUserData());
  if (messages.size() >= kMostMessages) return;
  messages.push_back(
      {severity >= CE_Failure, std::string(std::string_view(text).substr(0, kLongestMessage))});
}

}  // namespace

Calls::Calls(std::vector<Message>& messages) : messages_(messages) {
  CPLPushErrorHandlerEx(&collect, &messages_);
  for (const Setting& setting : kSettings) CPLSetThreadLocalConfigOption(setting.name, setting.value);
}

Calls::~Calls() {
  for (const Setting& setting : kSettings) CPLSetThreadLocalConfigOption(setting.name, nullptr);
  CPLPopErrorHandler();
}

}  // namespace anzenmap::gdal
