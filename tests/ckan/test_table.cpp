// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <vector>

#include "ckan/site/table.hpp"
#include "ckan/site/table_types.hpp"
#include "tests/catch.hpp"
#include "tests/ckan/package_folder.hpp"

using namespace anzenmap;
using namespace anzenmap::ckan;
using anzenmap::ckan::tests::PackageFolder;

namespace {

using Rows = std::vector<TableRow>;

std::string type_of(std::string_view said, const std::vector<std::string>& values) {
  Rows rows;
  for (const std::string& value : values) rows.push_back({value});
  return column_type(said, rows, 0);
}

Json resource(const std::string& schema, const std::string& encoding = "utf-8") {
  Json out = Json::object();
  out["encoding"] = encoding;
  out["schema"] = schema;
  return out;
}

std::string reason_for(const std::string& text, const std::string& encoding = "utf-8") {
  const PackageFolder folder;
  folder.write("a.csv", text);
  try {
    (void)read_table(folder.at("a.csv"), resource("{}", encoding));
  } catch (const Error& error) {
    CHECK(error.code() == "CK969");
    return error.message(Language::en);
  }
  return {};
}

}  // namespace

TEST_CASE("CSV records are read as RFC 4180 says") {
  CHECK(csv_rows("a,b\r\n1,2\r\n") == Rows{{"a", "b"}, {"1", "2"}});
  CHECK(csv_rows("a,b\n1,") == Rows{{"a", "b"}, {"1", ""}});
  CHECK(csv_rows("\"a,\"\"x\"\"\r\n\",\"\"\r\n") == Rows{{"a,\"x\"\r\n", ""}});
  CHECK(csv_rows("\"\"") == Rows{{""}});
  CHECK(csv_rows("") == Rows{});
  CHECK_FALSE(csv_rows("a,\"b").has_value());
}

TEST_CASE("a column is typed only when every value is written as PostgreSQL writes it") {
  CHECK(type_of("number", {"34.0510", "", "-131.8", "0"}) == "numeric");
  CHECK(type_of("number", {"34.05", "+1"}) == "text");
  CHECK(type_of("number", {"1e5"}) == "text");
  CHECK(type_of("number", {".5"}) == "text");
  CHECK(type_of("number", {"-0"}) == "text");
  CHECK(type_of("number", {"007"}) == "text");
  CHECK(type_of("integer", {"7", "-12"}) == "int4");
  CHECK(type_of("integer", {"12345678901"}) == "numeric");
  CHECK(type_of("integer", {"1.5"}) == "numeric");
  CHECK(type_of("integer", {"七"}) == "text");
  CHECK(type_of("date", {"2024-02-29", ""}) == "date");
  CHECK(type_of("date", {"2023-02-29"}) == "text");
  CHECK(type_of("date", {"2024/02/01"}) == "text");
  CHECK(type_of("boolean", {"true", "false"}) == "bool");
  CHECK(type_of("boolean", {"有"}) == "text");
  CHECK(type_of("string", {"35215"}) == "text");
  CHECK(type_of("", {"1"}) == "text");
}

TEST_CASE("field ids are what PostgreSQL keeps, and differ") {
  const std::string ten = "一二三四五六七八九十";
  const std::vector<std::string> ids = field_ids(
      {"名称", " 名称 ", "_id", "a\"b", ten + ten + "あい", ten + ten + "あう", "x", "x", "", "\t"});
  CHECK(ids[0] == "名称");
  CHECK(ids[1].starts_with("名称~"));
  CHECK(ids[2] == "id");
  CHECK(ids[3] == "ab");
  CHECK(ids[4].size() <= 63);
  CHECK(ids[4] != ids[5]);
  CHECK(ids[4].substr(0, 54) == ids[5].substr(0, 54));
  CHECK(ids[6] == "x");
  CHECK(ids[7].starts_with("x~"));
  CHECK(ids[8] == "column");
  // The same header has the same id wherever it stands.
  CHECK(field_ids({ten + ten + "あい"})[0] == ids[4]);
}

TEST_CASE("a table has labels, a key and a place") {
  const PackageFolder folder;
  folder.write("a.csv", "\xEF\xBB\xBFID,緯度,経度,人数\r\nA1,34.05,131.80,3\r\n\r\nA2,34.06,131.81,\r\n");
  const std::string schema =
      R"({"fields":[{"name":"ID","type":"string","title":"識別子","description":"説明"},
      {"name":"緯度","type":"number","role":"latitude"},{"name":"経度","type":"number","role":"longitude"},
      {"name":"人数","type":"integer"}],"primaryKey":["ID"]})";
  const Table table = read_table(folder.at("a.csv"), resource(schema));
  CHECK(table.fields[0] == TableField{"ID", "text", "識別子", "説明"});
  CHECK(table.fields[1] == TableField{"緯度", "numeric", "緯度", ""});
  CHECK(table.fields[3].type == "int4");
  CHECK(table.rows.size() == 2);
  CHECK(table.key == std::size_t{0});
  CHECK(table.latitude == std::size_t{1});
  CHECK(table.longitude == std::size_t{2});

  folder.write("a.csv", "ID,緯度,経度,人数\r\nA1,34.05,131.80,3\r\nA1,34.06,131.81,\r\n");
  CHECK_FALSE(read_table(folder.at("a.csv"), resource(schema)).key.has_value());
}

TEST_CASE("what is no table is told") {
  CHECK(reason_for("a,b\r\n1,2\r\n").empty());
  CHECK(reason_for("a,b\r\n1\r\n").find("record 1") != std::string::npos);
  CHECK(reason_for("a,a\r\n").find("same header") != std::string::npos);
  CHECK(reason_for("a\r\n\"x").find("quote") != std::string::npos);
  CHECK(reason_for("").find("header") != std::string::npos);
  CHECK(reason_for("\x83\x41,b\r\n").find("UTF-8") != std::string::npos);
  CHECK(reason_for(std::string("a\r\n\0\r\n", 6)).find("NUL") != std::string::npos);
  CHECK(reason_for("a\r\n", "cp932").find("cp932") != std::string::npos);
}
