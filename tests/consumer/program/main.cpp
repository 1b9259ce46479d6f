// SPDX-License-Identifier: Apache-2.0
// A program that only knows the installed package: reads a survey, counts its records and plans to publish
// nothing.
#include <anzenmap/ckan/plan.hpp>
#include <anzenmap/ckan/target.hpp>
#include <anzenmap/gis/base/error.hpp>
#include <anzenmap/gis/profile/profile.hpp>
#include <anzenmap/importers/importer.hpp>
#include <cstdint>
#include <iostream>
#include <memory>
#include <string>

int main(int argc, char* argv[]) {
  if (argc != 2) return 2;
  try {
    // Nothing is published here; a plan without datasets shows that the publishing half links.
    const anzenmap::ckan::Plan plan = anzenmap::ckan::open_directory("catalogue")->plan({}, {});
    if (plan.changes()) return 3;
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
