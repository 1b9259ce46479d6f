// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "gis/place/crs.hpp"
#include "gis/place/crs_rules.hpp"
#include "gis/place/place_rules.hpp"
#include "gis/place/transformer.hpp"
#include "tests/catch.hpp"
#include "tests/gis/krueger.hpp"
#include "tests/gis/table_survey.hpp"

using namespace anzenmap;
using anzenmap::test::Krueger;
using anzenmap::test::Outcome;
using anzenmap::test::run_table;

namespace {

constexpr double kMillimetre = 9e-9;  // degrees of latitude

struct Degrees {
  double lat;
  double lon;
};

Degrees to_degrees(const std::string& crs, double x, double y, const DatumGrids& grids = {}) {
  Transformer transformer(Crs::parse(crs), grids);
  transformer.to_degrees(&x, &y, 1);
  return {y, x};
}

void check_near(Degrees found, Degrees wanted) {
  INFO(found.lat << ", " << found.lon << " instead of " << wanted.lat << ", " << wanted.lon);
  CHECK(std::abs(found.lat - wanted.lat) < kMillimetre);
  CHECK(std::abs(found.lon - wanted.lon) < kMillimetre);
}

/// 15 degrees and their minutes as the notification of zones writes them: 132.10 = 132°10′.
struct Zone {
  double lat;
  double lon;
};
constexpr double dm(int degrees, int minutes) { return degrees + minutes / 60.0; }
/// Origins of zones I to XIX (Ministry of Land notification no. 9 of 2002).
constexpr std::array<Zone, 19> kZones{{{33, dm(129, 30)},
                                       {33, 131},
                                       {36, dm(132, 10)},
                                       {33, dm(133, 30)},
                                       {36, dm(134, 20)},
                                       {36, 136},
                                       {36, dm(137, 10)},
                                       {36, dm(138, 30)},
                                       {36, dm(139, 50)},
                                       {40, dm(140, 50)},
                                       {44, dm(140, 15)},
                                       {44, dm(142, 15)},
                                       {44, dm(144, 15)},
                                       {26, 142},
                                       {26, dm(127, 30)},
                                       {26, 124},
                                       {26, 131},
                                       {20, 136},
                                       {26, 154}}};

constexpr double kBesselA = 6377397.155;
constexpr double kBesselF = 299.1528128;
constexpr double kGrsA = 6378137;
constexpr double kGrsF = 298.257222101;
constexpr double kWgsF = 298.257223563;

/// Metres of the oracle are the degrees that they were made of, and the other way round. What the datum does
/// comes from the geographic CRS of the same datum.
void check_projection(const Crs& crs, const Krueger& oracle, double false_east, double lat, double lon) {
  const Krueger::Metres metres = oracle.forward(lat, lon);
  INFO(crs.name() << " at " << lat << ", " << lon);
  Transformer transformer(crs);
  Transformer datum(Crs::parse(std::to_string(crs.datum())));
  double x = metres.east + false_east;
  double y = metres.north;
  transformer.to_degrees(&x, &y, 1);
  double wanted_lon = lon;
  double wanted_lat = lat;
  datum.to_degrees(&wanted_lon, &wanted_lat, 1);
  check_near({y, x}, {wanted_lat, wanted_lon});
  transformer.from_degrees(&x, &y, 1);
  datum.from_degrees(&wanted_lon, &wanted_lat, 1);
  const Krueger::Metres back = oracle.forward(wanted_lat, wanted_lon);
  CHECK(std::abs(x - back.east - false_east) < 1e-3);
  CHECK(std::abs(y - back.north) < 1e-3);
  // Geocentric translations forget the height, so the way back from Tokyo misses by up to 12 mm.
  const double round_trip = crs.datum() == 4301 ? 2e-2 : 1e-4;
  CHECK(std::abs(x - metres.east - false_east) < round_trip);
  CHECK(std::abs(y - metres.north) < round_trip);
}

/// Opens a grid of these bytes; its file is gone afterwards.
DatumGrid open_bytes(const std::string& name, const std::string& bytes) {
  const std::filesystem::path folder =
      std::filesystem::temp_directory_path() / ("anzenmap-test-grid-" + std::to_string(std::rand()));
  std::filesystem::create_directories(folder);
  const std::filesystem::path path = folder / name;
  std::ofstream(path, std::ios::binary) << bytes;
  try {
    DatumGrid grid = open_datum_grid(path.string());
    std::filesystem::remove_all(folder);
    return grid;
  } catch (...) {
    std::filesystem::remove_all(folder);
    throw;
  }
}

/// Four corners of the mesh 5131 4 6 5 7 (34°02′30″, 131°50′15″) and no more.
const char* const kPar =
    "JGD2000-TokyoDatum Ver.2.1.1\n"
    "MeshCode   dB(sec)   dL(sec)\n"
    "51314657  11.70000  -8.80000\n"
    "51314658  11.71000  -8.81000\n"
    "51314667  11.72000  -8.82000\n"
    "51314668  11.73000  -8.83000\r\n";

}  // namespace

TEST_CASE("names of coordinate reference systems", "[crs]") {
  const auto code = [](const char* name) { return Crs::parse(name).epsg(); };
  for (const char* name :
       {"EPSG:6671", "6671", "zone3", "Zone III", "第III系", "第Ⅲ系", "第3系", "3系", "３系", "第三系",
        "JGD2011 3系", "jgd2024 zone 3", "平面直角座標系 第3系", "世界測地系 第III系",
        "JGD_2011_Japan_Zone_3", "JGD2011 / Japan Plane Rectangular CS III",
        "http://www.opengis.net/def/crs/EPSG/0/6671"})
    CHECK(code(name) == 6671);
  CHECK(code("JGD2000 zone3") == 2445);
  CHECK(code("日本測地系2000 第III系") == 2445);
  CHECK(code("tokyo zone3") == 30163);
  CHECK(code("旧日本測地系 第19系") == 30179);
  CHECK(code("zone 19") == 6687);
  CHECK(code("第十九系") == 6687);
  CHECK(code("tokyo") == 4301);
  CHECK(code("日本測地系") == 4301);
  CHECK(code("日本測地系2011") == 6668);
  CHECK(code("jgd2000") == 4612);
  CHECK(code("JGD2024") == 6668);
  CHECK(code("世界測地系(JGD2011)") == 6668);
  CHECK(code("EPSG:6667") == 6668);
  CHECK(code("UTM 52") == 6689);
  CHECK(code("JGD2000 UTM zone 53N") == 3099);
  CHECK(code("tokyo utm51") == 3092);
  CHECK(code("WGS84 UTM56") == 32656);
  CHECK(code("Web Mercator") == 3857);
  CHECK(code("ESRI:102100") == 3857);
  for (const char* name : {"zone20", "zone0", "第20系", "3", "III", "utm57", "JGD2011 utm 56", "wgs84 zone3",
                           "EPSG:27700", "EPSG:", "tokyo jgd2011", "何か", "EPSG:99999999999"})
    CHECK_THROWS_AS(Crs::parse(name), Error);
}

TEST_CASE("WKT names a system by its parameters", "[crs]") {
  const char* const esri =
      "PROJCS[\"JGD_2011_Japan_Zone_3\",GEOGCS[\"GCS_JGD_2011\",DATUM[\"D_JGD_2011\",SPHEROID[\"GRS_1980\","
      "6378137.0,298.257222101]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]],PROJECTION["
      "\"Transverse_Mercator\"],PARAMETER[\"False_Easting\",0.0],PARAMETER[\"False_Northing\",0.0],PARAMETER["
      "\"Central_Meridian\",132.166666666667],PARAMETER[\"Scale_Factor\",0.9999],PARAMETER[\"Latitude_Of_"
      "Origin\","
      "36.0],UNIT[\"Meter\",1.0]]";
  CHECK(Crs::parse(esri).epsg() == 6671);
  CHECK(
      Crs::parse("GEOGCS[\"Tokyo\",DATUM[\"Tokyo\",SPHEROID[\"Bessel 1841\",6377397.155,299.1528128]],PRIMEM["
                 "\"Greenwich\",0],UNIT[\"degree\",0.0174532925199433],AUTHORITY[\"EPSG\",\"4301\"]]")
          .epsg() == 4301);
  CHECK_THROWS_AS(Crs::parse("PROJCS[\"nothing\"]"), Error);
  CHECK_THROWS_AS(Crs::parse("[]"), Error);
}

TEST_CASE("all that are known have a title, a datum and a way to WGS 84", "[crs]") {
  const std::vector<Crs> all = Crs::all();
  CHECK(all.size() == 5 + 3 * 19 + 3 * 5 + 6);
  for (const Crs& crs : all) {
    INFO(crs.name());
    CHECK(Crs::parse(crs.name()).epsg() == crs.epsg());
    CHECK(Crs::parse(crs.title(Language::ja)).epsg() == crs.epsg());
    CHECK((crs.epsg() == 4326) == crs_operation(crs, {}).text.empty());
    CHECK(crs_operation(crs, {}).accuracy_m == (crs.datum() == 4301 ? 9 : crs.datum() == 4326 ? 0 : 1));
    CHECK(crs_operation(crs, {}).coarse == (crs.datum() == 4301));
  }
}

TEST_CASE("truths of zone III, UTM and Web Mercator", "[crs]") {
  check_near(to_degrees("EPSG:6671", -31245.8646, -216575.5569), {34.047171, 131.828232});
  check_near(to_degrees("EPSG:6671", -32208.0929, -217064.6737), {34.042732, 131.817828});
  check_near(to_degrees("EPSG:6671", -33285.0107, -215669.4343), {34.05527778, 131.8061111});
  check_near(to_degrees("EPSG:6671", -61439.5086, -199475.5030), {34.2, 131.5});
  check_near(to_degrees("EPSG:6671", 0, 0), {36, dm(132, 10)});
  check_near(to_degrees("EPSG:6689", 761076.5034, 3770995.6058), {34.047171, 131.828232});
  check_near(to_degrees("EPSG:3857", 14675051.6584, 4035137.6990), {34.047171, 131.828232});
  check_near(to_degrees("EPSG:2445", -31245.8646, -216575.5569), {34.047171, 131.828232});
}

TEST_CASE("truths of the Tokyo datum without a grid", "[crs]") {
  check_near(to_degrees("tokyo", 131.828232, 34.047171), {34.050408728, 131.825749162});
  check_near(to_degrees("tokyo", 131.817828, 34.042732), {34.045970027, 131.815346227});
  check_near(to_degrees("tokyo", 131.5, 34.2), {34.203213576, 131.497542300});
  check_near(to_degrees("tokyo", 135, 35), {35.00319718, 134.99720425});
  check_near(to_degrees("EPSG:30163", -31242.1420, -216552.6517), {34.050408728, 131.825749162});
  double x = 135;
  double y = 35;
  Transformer(Crs::parse("tokyo")).from_degrees(&x, &y, 1);
  check_near({y, x}, {34.99680236, 135.00279591});
}

TEST_CASE("every zone of every series against Krüger's formulas", "[crs]") {
  for (const int first : {30161, 2443, 6669}) {
    for (int zone = 1; zone <= 19; ++zone) {
      const Zone origin = kZones[static_cast<std::size_t>(zone - 1)];
      const Crs crs = Crs::parse(std::to_string(first + zone - 1));
      CHECK(crs.zone() == zone);
      const bool bessel = first == 30161;
      const Krueger oracle{bessel ? kBesselA : kGrsA, bessel ? kBesselF : kGrsF, origin.lat, origin.lon,
                           0.9999};
      check_projection(crs, oracle, 0, origin.lat, origin.lon);
      check_projection(crs, oracle, 0, origin.lat + 1.7, origin.lon - 1.3);
      check_projection(crs, oracle, 0, origin.lat - 2.2, origin.lon + 1.4);
    }
  }
}

TEST_CASE("every UTM zone against Krüger's formulas", "[crs]") {
  const auto check = [](const char* datum, double a, double f, int last) {
    for (int zone = 51; zone <= last; ++zone) {
      const Crs crs = Crs::parse(std::string(datum) + " UTM " + std::to_string(zone));
      const double meridian = zone * 6 - 183;
      const Krueger oracle{a, f, 0, meridian, 0.9996};
      check_projection(crs, oracle, 500000, 34.047171, meridian + 2.8);
      check_projection(crs, oracle, 500000, 43.5, meridian - 2.9);
    }
  };
  check("tokyo", kBesselA, kBesselF, 55);
  check("jgd2000", kGrsA, kGrsF, 55);
  check("jgd2011", kGrsA, kGrsF, 55);
  check("wgs84", kGrsA, kWgsF, 56);
}

TEST_CASE("a .par is interpolated between its corners and says where it has none", "[crs]") {
  const auto mesh = MeshShift::read(kPar);
  REQUIRE(mesh);
  CHECK(mesh->nodes() == 4);

  const double lat = 34 + 20.0 / 60 + 150.0 / 3600;
  const double lon = 131 + 6 * 7.5 / 60 + 7 * 45.0 / 3600;

  const auto corner = mesh->at(lat + 1e-12, lon + 1e-12);
  REQUIRE(corner);
  CHECK(std::abs(corner->lat * 3600 - 11.7) < 1e-5);
  CHECK(std::abs(corner->lon * 3600 + 8.8) < 1e-5);
  const auto middle = mesh->at(lat + 15.0 / 3600, lon + 22.5 / 3600);
  REQUIRE(middle);
  CHECK(std::abs(middle->lat * 3600 - 11.715) < 1e-5);
  CHECK(std::abs(middle->lon * 3600 + 8.815) < 1e-5);
  CHECK_FALSE(mesh->at(lat - 1e-6, lon + 1e-3));
  CHECK_FALSE(mesh->at(lat + 31.0 / 3600, lon + 1e-3));
  CHECK_FALSE(mesh->at(0, 0));
  CHECK_FALSE(mesh->at(90, 131));
  CHECK_FALSE(mesh->at(34, 200));
  const auto back = mesh->back_at(lat + 15.0 / 3600 + middle->lat, lon + 22.5 / 3600 + middle->lon);
  REQUIRE(back);
  CHECK(std::abs(back->lat - middle->lat) < 1e-12);
  CHECK(std::abs(back->lon - middle->lon) < 1e-12);
}

TEST_CASE("what is no .par is refused", "[crs]") {
  for (const char* text : {"", "MeshCode", "MeshCode   dB(sec)   dL(sec)\n", "MeshCode dB dL\n5131465 1 2\n",
                           "MeshCode dB dL\n51318657 1 2\n", "MeshCode dB dL\n51314657 x 2\n",
                           "MeshCode dB dL\n51314657 1\n", "MeshCode dH(m)\n51314657 1\n"})
    CHECK_FALSE(MeshShift::read(text));
  CHECK(MeshShift::subject_of(kPar) == MeshShift::Subject::tokyo);
  CHECK(MeshShift::subject_of("PatchJGD(H) Ver.1.0.0\nMeshCode   dH(m)   0.0\n") ==
        MeshShift::Subject::heights);
  CHECK(MeshShift::subject_of("PatchJGD Ver.1.0.0\nMeshCode   dB(sec)   dL(sec)\n") ==
        MeshShift::Subject::earthquake);
  CHECK_THROWS_AS(open_datum_grid("/nowhere/TKY2JGD.par"), Error);
  CHECK_THROWS_AS(open_bytes("noise.gsb", "no grid at all"), Error);
  CHECK_THROWS_AS(open_bytes("heights.par", "PatchJGD(H) Ver.1.0.0\nMeshCode   dH(m)\n51314657 1\n"), Error);
  CHECK_THROWS_AS(open_bytes("broken.par", "JGD2000-TokyoDatum\nMeshCode dB dL\n51314657 a b\n"), Error);
}

TEST_CASE("in a gap of the grid the coarse shift is taken and told", "[crs]") {
  test::Settings settings;
  settings.crs = "tokyo";
  settings.grids.grids.push_back(open_bytes("small.par", kPar));
  CHECK(settings.grids.grids[0].kind == GridKind::tokyo_to_jgd2000);
  const CrsOperation operation = crs_operation(Crs::parse("tokyo"), settings.grids);
  CHECK(operation.accuracy_m == 1);
  CHECK(operation.text.find("small.par") != std::string::npos);
  const Outcome outcome = run_table({"ID", "名称", "区分", "緯度", "経度"},
                                    {{"A1", "中", "危険", "34.3791667", "131.8437500"},
                                     {"A2", "外", "危険", "34.047171", "131.828232"},
                                     {"A3", "逆", "危険", "131.828232", "34.047171"}},
                                    settings);
  CHECK(outcome.text ==
        "A1|中|危険|34.3824209|131.8413014\n"
        "A2|外|危険|34.0504087|131.8257492\n"
        "A3|逆|危険|34.0504087|131.8257492\n");
  CHECK(outcome.count(grid_has_gap) == 2);
  REQUIRE(outcome.find(grid_has_gap) != nullptr);
  CHECK(outcome.find(grid_has_gap)->row == 3);
  CHECK(outcome.count(place_swapped) == 1);
}

TEST_CASE("a grid of an earthquake moves its own ground alone", "[crs]") {
  std::string par = kPar;
  par.replace(0, par.find('\n'), "PatchJGD Ver.1.0.0");
  DatumGrids grids;
  grids.grids.push_back(open_bytes("patch.par", par));
  CHECK(grids.grids[0].kind == GridKind::jgd2000_to_jgd2011);
  check_near(to_degrees("jgd2000", 131.828232, 34.047171, grids), {34.047171, 131.828232});
  check_near(to_degrees("jgd2011", 131.84375, 34.3791667, grids), {34.3791667, 131.84375});
  const Degrees moved = to_degrees("jgd2000", 131.84375, 34.3791667, grids);
  CHECK(std::abs(moved.lat - 34.3791667) > 0.003);
}

TEST_CASE("exchanged X and Y of a zone are put right and told", "[crs]") {
  test::Settings zone3;
  zone3.crs = "zone3";
  const Outcome outcome = run_table({"ID", "名称", "区分", "X", "Y"},
                                    {{"A1", "周陽小", "危険", "-31245.8646", "-216575.5569"},
                                     {"A2", "遠石小", "危険", "-217064.6737", "-32208.0929"}},
                                    zone3);
  CHECK(outcome.counts.written == 2);
  CHECK(outcome.text ==
        "A1|周陽小|危険|34.047171|131.828232|-31245.8646|-216575.5569\n"
        "A2|遠石小|危険|34.042732|131.817828|-217064.6737|-32208.0929\n");
  REQUIRE(outcome.count(plane_swapped) == 1);
  CHECK(outcome.find(plane_swapped)->row == 2);
  CHECK(outcome.count(place_outside_expected) == 0);
}

TEST_CASE("without an expected area the zone's own area finds exchanged axes and wrong zones", "[crs]") {
  test::Settings zone;
  zone.profile = "generic";
  zone.crs = "zone3";
  CHECK(
      run_table({"名称", "X", "Y"}, {{"周陽小", "-31245.8646", "-216575.5569"}}, zone).count(plane_swapped) ==
      1);
  zone.crs = "zone9";
  const Outcome wrong = run_table({"名称", "X", "Y"}, {{"周陽小", "-216575.5569", "-631245.8646"}}, zone);
  CHECK(wrong.count(plane_outside_zone) == 1);
  CHECK(wrong.counts.written == 1);
  zone.crs = "zone3";
  CHECK(run_table({"名称", "X", "Y"}, {{"周陽小", "-216575.5569", "-31245.8646"}}, zone)
            .count(plane_outside_zone) == 0);
}

TEST_CASE("UTM and Web Mercator name the easting X", "[crs]") {
  test::Settings settings;
  settings.crs = "EPSG:6689";
  CHECK(run_table({"名称", "区分", "X", "Y"}, {{"門", "危険", "761076.5034", "3770995.6058"}}, settings)
            .text.find("|34.047171|131.828232|") != std::string::npos);
  settings.crs = "3857";
  CHECK(run_table({"名称", "区分", "x", "y"}, {{"門", "危険", "14675051.6584", "4035137.6990"}}, settings)
            .text.find("|34.047171|131.828232|") != std::string::npos);
  settings.crs = "EPSG:6689";
  CHECK(run_table({"名称", "区分", "Northing", "Easting"}, {{"門", "危険", "3770995.6058", "761076.5034"}},
                  settings)
            .text.find("|34.047171|131.828232|") != std::string::npos);
}
