// SPDX-License-Identifier: Apache-2.0
#include "cli/publishing/publication.hpp"

#include <algorithm>
#include <filesystem>

#include "cli/publishing/publishing_rules.hpp"
#include "cli/view/error_view.hpp"
#include "cli/view/plan_view.hpp"
#include "cli/view/publication_view.hpp"
#include "cli/view/upload_progress.hpp"
#include "gis/files/output_set.hpp"

namespace anzenmap::cli {
namespace {

using State = ckan::DatasetResult::State;

/// For its owner alone: a plan tells what is not published yet.
void save_plan(const ckan::Plan& plan, const std::string& path) {
  const std::filesystem::path file(path);
  const std::filesystem::path folder = file.parent_path();
  OutputSet files(folder.empty() ? "." : folder.string());
  files.create(file.filename().string(), {.mode = 0600}).write(ckan::plan_json(plan));
  files.commit();
}

ckan::ApplyResult apply(ckan::Target& target, const ckan::Plan& plan, const PublicationOptions& options,
                        Streams& streams) {
  UploadProgress line(plan, streams);
  ckan::ApplyOptions how;
  // Nothing comes as far as this unless every deletion was agreed to.
  how.deletes_confirmed = plan.removes();
  how.verify_full = options.verify_full;
  how.parallel = std::max(1U, options.parallel);
  how.progress = line.reporter();
  return target.apply(plan, how);
}

std::size_t count(const ckan::ApplyResult& result, State state) {
  return static_cast<std::size_t>(
      std::count_if(result.datasets.begin(), result.datasets.end(),
                    [&](const ckan::DatasetResult& one) { return one.state == state; }));
}

/// The error of the whole: of world when something failed, of refusal when all that is missing was refused.
std::optional<Error> error_of(const ckan::ApplyResult& result) {
  const std::size_t refused = count(result, State::refused);
  const std::size_t failed = count(result, State::failed) + count(result, State::not_tried);
  if (refused + failed == 0) return std::nullopt;
  return Error(publishing_incomplete, {{"count", std::to_string(refused + failed), {}}},
               failed > 0 ? Error::Kind::world : Error::Kind::refused);
}

int exit_code_of(const std::optional<Error>& error) {
  if (!error) return 0;
  return error->kind() == Error::Kind::refused ? 4 : 3;
}

int finish(const Publication& publication, Streams& streams) {
  if (publication.result && !streams.json) print_result(*publication.result, streams);
  if (publication.result)
    for (const ckan::DatasetResult& dataset : publication.result->datasets)
      for (const Error& fault : dataset.faults) print_error(fault, streams, dataset.name);
  if (publication.error) {
    streams.out.flush();
    print_error(*publication.error, streams);
  }
  if (streams.json) streams.out << publication_json(publication) << '\n';
  return exit_code_of(publication.error);
}

}  // namespace

int publish_and_show(ckan::Target& target, ckan::Plan plan, const PublicationOptions& options,
                     Streams& streams) {
  Publication publication{std::move(plan), options.dry_run, {}, {}};
  const ckan::Plan& planned = publication.plan;
  if (!options.plan_out.empty()) save_plan(planned, options.plan_out);
  if (!streams.json) print_plan(planned, streams);
  streams.out.flush();
  if (!planned.changes()) {
    if (!streams.json) print_nothing_to_do(streams);
    return finish(publication, streams);
  }
  if (options.dry_run) {
    static_cast<void>(finish(publication, streams));
    return options.detailed_exitcode ? 5 : 0;
  }
  publication.error = refusal(planned, options.consent, streams);
  if (!publication.error) {
    publication.result = apply(target, planned, options, streams);
    publication.error = error_of(*publication.result);
  }
  return finish(publication, streams);
}

}  // namespace anzenmap::cli
