// SPDX-License-Identifier: Apache-2.0
#include "exporters/data_package.hpp"

#include <algorithm>
#include <limits>

#include "exporters/package_members.hpp"
#include "exporters/registry.hpp"
#include "exporters/table_schema.hpp"
#include "exporters/writing/json_tree.hpp"
#include "gis/base/error.hpp"
#include "gis/files/file_reading.hpp"
#include "gis/files/sha256.hpp"

namespace anzenmap {

const RuleInfo package_mismatch{
    .code = "OU720",
    .name = "package-mismatch",
    .severity = Severity::warning,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"前の結果が控えと合わない", "Earlier result does not fit its record"},
    .message =
        {"前に書き出した「{path}」は、datapackage.json "
         "の控えと合いません（{reason}）。このまま公開せず、元の調査からもう一度書き出してください",
         "'{path}' of an earlier run does not fit datapackage.json ({reason}); do not publish it, convert "
         "the survey again"},
    .why = {"書き出しの途中で止まったか、あとから書きかえられたファイルです。ファイルどうしの中身が食いちがっ"
            "ているかもしれません。",
            "A run stopped half-way or the file was changed afterwards, so the files may contradict each "
            "other."},
    .remedy =
        {"元の調査のファイルから、もう一度書き出してください。手で直したいときは、元の調査のほうを直します。",
         "Convert the survey again. To correct something, correct the survey itself."},
    .bad = "",
    .good = ""};

const RuleInfo package_unreadable{
    .code = "OU721",
    .name = "package-unreadable",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"datapackage.json を読めない", "datapackage.json cannot be read"},
    .message = {"「{path}"
                "」を読めないので、書き足せません。このファイルをほかの場所に移すか、別のフォルダーに保存して"
                "ください",
                "cannot read '{path}', so nothing can be added to it; move it away or choose another folder"},
    .why = {"このファイルには、フォルダーの中の結果の一覧があります。読めないまま上書きすると、一覧が失われま"
            "す。",
            "It lists the results in the folder; overwriting it unread would lose that list."},
    .remedy = {"ファイルをほかの場所に移してから、もう一度行ってください。",
               "Move the file away and run again."},
    .bad = "",
    .good = ""};

namespace {

using Json = nlohmann::ordered_json;

/// Deeper than any data package; reading and writing a tree is recursive.
constexpr int kDeepest = 64;
constexpr std::size_t kMostMembers = 32;  // of our own

[[noreturn]] void refuse_package(std::string_view path) {
  throw Error(package_unreadable, {{"path", std::string(path), {}}});
}

JsonTree parse_package(std::string_view text, std::string_view path) {
  if (text.empty()) return JsonTree(Json::object());
  if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
  const auto check_depth = [&](int depth, Json::parse_event_t, Json&) {
    if (depth > kDeepest) refuse_package(path);
    return true;
  };
  Json package = Json::parse(text.begin(), text.end(), check_depth, false);
  const bool usable =
      package.is_object() && (!package.contains("resources") || package["resources"].is_array());
  if (!usable) refuse_package(path);
  return JsonTree(std::move(package));
}

std::string text_member(const Json& object, const char* key) {
  if (!object.is_object()) return {};
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

Json counts_json(const Counts& counts) {
  Json out = Json::object();
  out["read"] = counts.read;
  out["written"] = counts.written;
  out["rejected"] = counts.rejected;
  out["merged"] = counts.merged;
  out["errors"] = counts.errors;
  out["errors_in_written"] = counts.errors_in_written;
  out["warnings"] = counts.warnings;
  return out;
}

Json dialect_json() {
  Json out = Json::object();
  out["delimiter"] = ",";
  out["lineTerminator"] = "\r\n";
  out["header"] = true;
  return out;
}

Json facts_json(const Summary& summary, const OutputFile& file) {
  Json out = Json::object();
  make_room(out, kMostMembers);
  out["profile"] = summary.profile_name;
  out["audience"] = name_of(summary.audience);
  out["records"] = file.records;
  out["crs"] = "EPSG:4326";
  out["crs_operation"] = nullptr;
  if (!summary.crs_operation.empty()) out["crs_operation"] = summary.crs_operation;
  if (summary.crs_accuracy_m) out["crs_accuracy_m"] = *summary.crs_accuracy_m;
  put_member(out, "counts", counts_json(summary.counts));
  if (summary.extent) put_member(out, "bbox", box_json(*summary.extent));
  return out;
}

// A BOM is no encoding of its own: readers of "utf-8" take it off (Data Resource, "encoding": IANA names).
std::string resource_encoding(const PackageFacts& facts, const OutputFile& file) {
  return file.format == "csv" && facts.csv_encoding == "cp932" ? "cp932" : "utf-8";
}

void describe_resource(Json& resource, const PackageFacts& facts, const OutputFile& file) {
  const bool csv = file.format == "csv";
  const Summary& summary = *facts.summary;
  make_room(resource, resource.size() + kMostMembers);
  resource["name"] = package_name(facts.name) + '-' + file.format;
  resource["path"] = file.name;
  resource["title"] = facts.name;
  resource["profile"] = csv ? "tabular-data-resource" : "data-resource";
  resource["format"] = file.format;
  const OutputFormat* format = find_output_format(file.format);
  resource["mediatype"] = format == nullptr ? "application/octet-stream" : format->media_type;
  resource["encoding"] = resource_encoding(facts, file);
  resource["bytes"] = file.bytes;
  resource["hash"] = "sha256:" + file.sha256;
  resource["sha256"] = file.sha256;
  if (csv) put_member(resource, "dialect", dialect_json());
  put_member(resource, "schema", Json::parse(table_schema_json(*facts.schema)));
  put_member(resource, "anzenmap", facts_json(summary, file));
}

// A page to look at, beside the data: no table, no counts of its own.
void describe_map(Json& resource, const PackageFacts& facts, const OutputFile& file) {
  make_room(resource, resource.size() + kMostMembers);
  resource["name"] = package_name(facts.name) + "-map";
  resource["path"] = file.name;
  resource["title"] = facts.name;
  resource["profile"] = "data-resource";
  resource["format"] = "html";
  resource["mediatype"] = "text/html";
  resource["encoding"] = "utf-8";
  resource["bytes"] = file.bytes;
  resource["hash"] = "sha256:" + file.sha256;
  resource["audience"] = name_of(facts.summary->audience);
}

// A page that is not to be published any more must not stay listed, least of all with an old hash.
void forget_resource(Json& resources, const std::string& path) {
  for (std::size_t at = 0; at < resources.size(); ++at) {
    if (text_member(resources[at], "path") != path) continue;
    take_apart(resources[at]);
    resources.erase(at);
    return;
  }
}

Json& resource_at(Json& resources, const std::string& path) {
  for (Json& resource : resources)
    if (text_member(resource, "path") == path) return resource;
  return resources.emplace_back(Json::object());
}

// Internal as soon as one of its files is: a package is published as a whole.
std::string audience_of(const Json& resources) {
  for (const Json& resource : resources) {
    if (!resource.is_object()) continue;
    const Json& where = resource.contains("anzenmap") ? resource["anzenmap"] : resource;
    if (text_member(where, "audience") == name_of(Audience::internal))
      return std::string(name_of(Audience::internal));
  }
  return std::string(name_of(Audience::public_));
}

// Our resource describes a file in the folder; anything else is not ours to open.
bool is_local(std::string_view path) {
  if (path.empty() || path.front() == '/' || path.find("://") != std::string_view::npos) return false;
  for (std::size_t at = 0; at <= path.size();) {
    const std::size_t end = std::min(path.find('/', at), path.size());
    if (path.substr(at, end - at) == "..") return false;
    at = end + 1;
  }
  return true;
}

std::string_view hash_of(const std::string& member) {
  const std::string_view text = member;
  return text.substr(0, 7) == "sha256:" ? text.substr(7) : std::string_view();
}

}  // namespace

std::string package_name(std::string_view name) {
  std::string out;
  bool lost = false;
  for (const char byte : name) {
    const bool capital = byte >= 'A' && byte <= 'Z';
    const bool kept = (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte == '-' ||
                      byte == '_' || byte == '.';
    lost |= !kept;
    if (kept || capital) {
      out.push_back(capital ? static_cast<char>(byte - 'A' + 'a') : byte);
    } else if (!out.empty() && out.back() != '-') {
      out.push_back('-');
    }
  }
  while (!out.empty() && out.back() == '-') out.pop_back();
  if (lost || out.empty()) out += (out.empty() ? "data-" : "-") + sha256_hex(name).substr(0, 8);
  return out;
}

std::string data_package_json(const PackageFacts& facts, std::string_view existing, std::string_view path) {
  JsonTree tree = parse_package(existing, path);
  Json& package = *tree;
  make_room(package, package.size() + kMostMembers);
  if (!package.contains("profile")) package["profile"] = "data-package";
  if (text_member(package, "name").empty()) package["name"] = package_name(facts.name);
  // Plain members first: what a reader's tree must grow for later has no trees in it (see make_room).
  if (!package.contains("title")) package["title"] = "";
  if (!package.contains("audience")) package["audience"] = "";
  write_metadata(package, facts, text_member(package, "name") == package_name(facts.name));
  if (!package.contains("resources")) package["resources"] = Json::array();
  Json& resources = package["resources"];
  for (const OutputFile& file : facts.summary->outputs)
    if (file.format == "geojson" || file.format == "csv")
      describe_resource(resource_at(resources, file.name), facts, file);
  for (const OutputFile& file : facts.summary->outputs) {
    if (file.format != "map") continue;
    if (facts.publish_map) {
      describe_map(resource_at(resources, file.name), facts, file);
    } else {
      forget_resource(resources, file.name);
    }
  }
  package["audience"] = audience_of(resources);
  write_total_counts(package);
  return package.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

std::string read_data_package(const std::string& folder) {
  const std::string path = folder + '/' + std::string(kDataPackageFile);
  std::string text;
  switch (read_small_file(path, text)) {
    case FileState::missing:
      return {};
    case FileState::read:
      break;
    case FileState::unreadable:
      throw Error(package_unreadable, {{"path", path, {}}});
  }
  // An empty file is none of ours and no package either.
  if (text.empty()) throw Error(package_unreadable, {{"path", path, {}}});
  return text;
}

std::vector<PackageMismatch> check_data_package(const std::string& folder) {
  std::vector<PackageMismatch> mismatches;
  JsonTree tree = parse_package(read_data_package(folder), folder + '/' + std::string(kDataPackageFile));
  const Json& package = *tree;
  if (!package.contains("resources")) return mismatches;
  for (const Json& resource : package["resources"]) {
    const std::string path = text_member(resource, "path");
    const std::string hash = text_member(resource, "hash");
    if (!is_local(path) || hash_of(hash).empty()) continue;
    std::uint64_t bytes = 0;
    std::string found;
    switch (hash_file(folder + '/' + path, bytes, found)) {
      case FileState::missing:
        mismatches.push_back({PackageMismatch::Kind::missing, path});
        break;
      case FileState::unreadable:
        mismatches.push_back({PackageMismatch::Kind::unreadable, path});
        break;
      case FileState::read:
        if (found != hash_of(hash)) mismatches.push_back({PackageMismatch::Kind::changed, path});
    }
  }
  return mismatches;
}

std::vector<Diagnostic> data_package_diagnostics(const std::string& folder) {
  std::vector<Diagnostic> diagnostics;
  for (const PackageMismatch& mismatch : check_data_package(folder)) {
    Diagnostic diagnostic = make_diagnostic(package_mismatch);
    diagnostic.layer = std::numeric_limits<std::uint32_t>::max();  // of no file that was read
    diagnostic.arguments.push_back({"path", mismatch.path, {}});
    switch (mismatch.kind) {
      case PackageMismatch::Kind::missing:
        diagnostic.arguments.push_back({"reason", "ファイルがありません", "the file is missing"});
        break;
      case PackageMismatch::Kind::changed:
        diagnostic.arguments.push_back({"reason", "中身が変わっています", "its content has changed"});
        break;
      case PackageMismatch::Kind::unreadable:
        diagnostic.arguments.push_back({"reason", "ファイルを読めません", "the file cannot be read"});
        break;
    }
    diagnostics.push_back(std::move(diagnostic));
  }
  return diagnostics;
}

}  // namespace anzenmap
