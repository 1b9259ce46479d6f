// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "gis/pipeline/stage.hpp"
#include "gis/place/crs.hpp"
#include "gis/place/transformer.hpp"

namespace anzenmap {

struct PlaceOptions {
  std::vector<Crs> crs;              ///< of the coordinates of each layer
  Box hard_area;                     ///< outside: the record is rejected
  std::optional<Box> expected_area;  ///< outside: a warning
  bool fix = false;                  ///< a person agreed to fixes that need consent
  DatumGrids grids = {};             ///< differences between datums that are at hand
};

/// Makes the geometry of each record, in WGS 84, from latitude and longitude (or plane rectangular X and Y),
/// from WKT, or takes the importer's; fills the columns that are derived from it; checks the areas. A record
/// without a usable place is rejected. x = longitude, y = latitude, degrees.
class PlaceStage : public Stage {
 public:
  PlaceStage(const Survey& survey, const PlaceOptions& options, unsigned workers);
  ~PlaceStage() override;
  void process(Batch& batch, unsigned worker) const override;

 private:
  struct Work;
  Transformer& transformer(const Batch& batch, unsigned worker) const;
  void read_columns(Work& work) const;
  void read_coordinates(Work& work, std::size_t record) const;
  bool read_number_pair(Work& work, std::size_t record, std::string_view north, std::string_view east) const;
  bool read_axis(Work& work, std::size_t record, std::string_view text, bool latitude, double& value) const;
  void read_shape(Work& work, std::size_t record) const;
  static void set_point(Work& work, std::size_t record, double x, double y, double z);
  void fill_accuracy(Work& work, std::size_t record, double accuracy) const;
  void read_altitude(Work& work, std::size_t record) const;
  void take_geometry(Work& work) const;
  void reject_degrees(Work& work) const;
  void swap_degrees(Work& work, std::size_t record) const;
  void swap_before_shift(Work& work) const;
  void transform(Work& work, unsigned worker) const;
  void swap_metres(Work& work, Transformer& transformer) const;
  void tell_coarse(Work& work) const;
  void check(Work& work, std::size_t record) const;
  void check_point(Work& work, std::size_t record) const;
  void check_box(Work& work, std::size_t record, const Box& box) const;
  bool swap_shape(Work& work, std::size_t record, const Box& box) const;
  void fill(Work& work, std::size_t record) const;
  void fill_axis(Work& work, std::size_t record, int field, double value) const;
  Diagnostic& tell_area(Work& work, std::size_t record, bool hard, const Box& area, double lon,
                        double lat) const;

  Survey survey_;
  PlaceOptions options_;
  int latitude_field_;
  int longitude_field_;
  int shape_field_;
  int accuracy_field_;
  mutable std::vector<std::unique_ptr<Transformer>> transformers_;  ///< a worker and layer, made on first use
};

}  // namespace anzenmap
