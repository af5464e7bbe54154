// SPDX-License-Identifier: MIT
#include "study/note_inputs.h"

#include <filesystem>

#include "base/error.h"
#include "gdal/shapefile_set.h"
#include "project/project.h"

namespace wardmap {
namespace {

namespace fs = std::filesystem;

void note_vector_file(InputWatch& watch, const FilePath& file) {
    try {
        for (const auto& part : gdal::complete_shapefile(file.resolved, file.written).files) {
            const auto folder = fs::path(file.written).parent_path();
            watch.note((folder / fs::path(part).filename()).generic_string(), part);
        }
    } catch (const InputError&) {
        return; // its reader reports what is wrong with it
    }
}

} // namespace

void note_inputs(const project::Project& project,
                 const std::vector<project::CategorySpec>& categories, const StudyTables& tables,
                 InputWatch& watch) {
    watch.note(project.file.written, project.file.resolved);
    note_vector_file(watch, project.boundary_source.file);
    if (project.ring) note_vector_file(watch, project.ring->file);
    for (const auto& layer : project.layers) {
        note_vector_file(watch, layer.file);
    }
    if (project.tiles) note_vector_file(watch, project.tiles->source.file);
    for (const auto& category : categories) {
        watch.note(category.bands.frozen.written, category.bands.frozen.resolved);
        const auto* const weights = project::weights_of(category);
        if (weights != nullptr) watch.note(weights->file.written, weights->file.resolved);
    }
    tables.note_inputs(watch);
}

} // namespace wardmap
