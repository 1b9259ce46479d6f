// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "cli/conversion.hpp"
#include "cli/pinned_reading.hpp"
#include "gis/pipeline/source.hpp"
#include "gis/profile/profile.hpp"
#include "importers/mend/mended_source.hpp"

namespace anzenmap::cli {

/// Readings that earlier tries found: they are pinned when the files are opened again.
using Pins = std::vector<RereadRequest>;

/// All inputs of a run, open, in the order in which the person named them, photos behind the records that
/// name them; rejects files are joined to the surveys that they belong to.
class SurveyInputs {
 public:
  SurveyInputs(const ConversionOptions& options, const PinnedReading& reading, const Profile& profile,
               const Pins& pins);

  [[nodiscard]] std::vector<Layer>& layers() { return layers_; }
  [[nodiscard]] std::vector<Source*> sources() const;
  /// Layers as the survey numbers them.
  [[nodiscard]] std::vector<Diagnostic> opening_diagnostics();
  [[nodiscard]] const std::vector<std::string>& paths() const { return paths_; }
  /// The first survey's file name without its extension.
  [[nodiscard]] std::string default_name() const;
  /// Bytes that the sources will take in all; 0 when that is not known (compressed workbooks).
  [[nodiscard]] std::uint64_t text_bytes() const;
  /// Throws Error when a mended row found no original.
  void check_mends() const;

 private:
  std::vector<std::unique_ptr<Source>> sources_;
  std::vector<Layer> layers_;
  std::vector<std::string> paths_;
  std::string first_survey_;
  std::shared_ptr<MendedRows> mends_;
};

}  // namespace anzenmap::cli
