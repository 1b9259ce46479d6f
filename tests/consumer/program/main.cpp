// SPDX-License-Identifier: Apache-2.0
// A program that only knows the installed package: reads a survey and counts its records.
#include <anzenmap/ckan/action_api.hpp>
#include <anzenmap/gis/base/error.hpp>
#include <anzenmap/gis/profile/profile.hpp>
#include <anzenmap/importers/importer.hpp>
#include <cstdint>
#include <iostream>
#include <memory>
#include <string>

int main(int argc, char* argv[]) {
  static_assert(anzenmap::ckan::kActionApiVersion == 3);
  if (argc != 2) return 2;
  try {
    const anzenmap::Profile profile = anzenmap::load_profile("safety-map");
    const std::unique_ptr<anzenmap::Source> source = anzenmap::open_survey(argv[1], {}, profile);
    std::uint64_t records = 0;
    anzenmap::Batch batch;
    while (source->take(batch)) {
      source->parse(batch);
      source->settle(batch);
      records += batch.records;
      batch.clear();
    }
    std::cout << "records: " << records << "\n";
    return 0;
  } catch (const anzenmap::Error& error) {
    std::cerr << error.code() << ": " << error.message(anzenmap::Language::en) << "\n";
    return 1;
  }
}
