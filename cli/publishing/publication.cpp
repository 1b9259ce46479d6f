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
  if (!options.verbose) how.progress = line.reporter();
  return target.apply(plan, how);
}

std::size_t count(const ckan::ApplyResult& result, State state) {
  return static_cast<std::size_t>(
      std::count_if(result.datasets.begin(), result.datasets.end(),
                    [&](const ckan::DatasetResult& one) { return one.state == state; }));
}

/// The error of the whole when something failed; when all that is missing was refused, the first refusal.
void judge(Publication& publication) {
  const ckan::ApplyResult& result = *publication.result;
  const std::size_t refused = count(result, State::refused);
  const std::size_t failed = count(result, State::failed) + count(result, State::not_tried);
  if (refused + failed == 0) return;
  publication.exit_code = failed > 0 ? 3 : 4;
  publication.error = Error(publishing_incomplete, {{"count", std::to_string(refused + failed), {}}});
  if (failed > 0) return;
  for (const ckan::DatasetResult& dataset : result.datasets)
    if (dataset.state == State::refused && !dataset.faults.empty()) {
      publication.error = dataset.faults.front();
      publication.error_is_told = true;  // beside its dataset
      return;
    }
}

int finish(const Publication& publication, Streams& streams) {
  if (publication.result && !streams.json) print_result(*publication.result, streams);
  streams.out.flush();  // what follows goes to the other channel
  if (publication.result)
    for (const ckan::DatasetResult& dataset : publication.result->datasets)
      for (const Error& fault : dataset.faults) print_error(fault, streams, dataset.name);
  if (publication.error && !publication.error_is_told) print_error(*publication.error, streams);
  if (streams.json) streams.out << publication_json(publication) << '\n';
  return publication.exit_code;
}

}  // namespace

int publish_and_show(ckan::Target& target, ckan::Plan plan, const PublicationOptions& options,
                     Streams& streams) {
  Publication publication{std::move(plan), options.dry_run, {}, {}, false, 0};
  const ckan::Plan& planned = publication.plan;
  if (!options.plan_out.empty()) save_plan(planned, options.plan_out);
  if (!streams.json) print_plan(planned, streams);
  if (!planned.changes()) {
    if (!streams.json) print_nothing_to_do(streams);
    return finish(publication, streams);
  }
  if (options.dry_run) {
    publication.exit_code = options.detailed_exitcode ? 5 : 0;
    return finish(publication, streams);
  }
  streams.out.flush();  // the plan before the question
  publication.error = refusal(planned, options.consent, streams);
  if (publication.error) {
    publication.exit_code = 4;
  } else {
    publication.result = apply(target, planned, options, streams);
    judge(publication);
  }
  return finish(publication, streams);
}

}  // namespace anzenmap::cli
