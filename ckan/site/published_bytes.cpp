// SPDX-License-Identifier: Apache-2.0
#include "ckan/site/published_bytes.hpp"

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <system_error>

#include "gis/files/file_faults.hpp"
#include "gis/files/file_reading.hpp"

namespace anzenmap::ckan {
namespace {

/// A folder of our own that goes away with its file.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "anzenmap-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw output_error(errno, name);
    path_ = name;
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }

  [[nodiscard]] std::string file() const { return path_ + "/download"; }

 private:
  std::string path_;
};

}  // namespace

PublishedBytes download(Transport& transport, const std::string& url) {
  const TemporaryFolder folder;
  Request request;
  request.url = url;
  request.repeat = Repeat::safe;
  request.save_to = folder.file();
  const Response response = transport.send(request);
  PublishedBytes out;
  out.status = response.status;
  if (response.status == 200) (void)hash_file(folder.file(), out.bytes, out.sha256);
  return out;
}

}  // namespace anzenmap::ckan
