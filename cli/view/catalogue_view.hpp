// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>

#include "ckan/target.hpp"
#include "cli/streams.hpp"

namespace anzenmap::cli {

/// Both faces of what a catalogue tells: for people on `streams.out`, and the object of `--json`.
void print_facts(const ckan::TargetFacts& facts, Streams& streams);
[[nodiscard]] std::string facts_json(const ckan::TargetFacts& facts);

void print_published(std::span<const ckan::PublishedDataset> datasets, Streams& streams);
[[nodiscard]] std::string published_json(std::span<const ckan::PublishedDataset> datasets);

/// One dataset with its files.
void print_published(const ckan::PublishedDataset& dataset, Streams& streams);
[[nodiscard]] std::string published_json(const ckan::PublishedDataset& dataset);

void print_checks(std::span<const ckan::ResourceCheck> checks, Streams& streams);
[[nodiscard]] std::string checks_json(std::span<const ckan::ResourceCheck> checks);

}  // namespace anzenmap::cli
