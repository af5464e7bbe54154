// SPDX-License-Identifier: MIT
// The rooms of src/, from the lowest floor up, and the headers that each shows to the others.
#pragma once

#include <set>
#include <string>
#include <vector>

namespace wardmap::testing {

struct Room {
    std::string folder;          // below src/; a room within a room has a longer path
    std::set<std::string> shows; // headers that files of other rooms may include
};

/// A room includes only from lower floors; rooms of one floor know nothing of each other, but those
/// within one folder of the first level may share a floor with it.
inline const std::vector<std::vector<Room>> floors = {
    {
        {"base", {"atomic_file.h",     "collect.h",      "error.h",          "file_lock.h",
                  "file_path.h",       "finding.h",      "finding_groups.h", "hash.h",
                  "input_file.h",      "input_watch.h",  "interrupt.h",      "json_text.h",
                  "limits.h",          "named_values.h", "output_folder.h",  "parallel.h",
                  "pattern.h",         "philox.h",       "plain_text.h",     "progress.h",
                  "refuse.h",          "shown.h",        "staged_files.h",   "suggest.h",
                  "temp_folder.h",     "text.h",         "upper_case.h",     "version.h",
                  "without_password.h"}},
    },
    {
        {"geo",
         {"box_grid.h", "bulk_transform.h", "choose_crs.h", "clip.h", "coordinates.h",
          "free_space.h", "grid_reference.h", "handle.h", "operations.h",
          "pole_of_inaccessibility.h", "polygon.h", "transform.h", "versions.h"}},
        {"statistics",
         {"backtest.h", "change.h", "comparison.h", "concentration.h", "deciles.h", "dispersion.h",
          "ears.h", "farrington.h", "funnel.h", "intervals.h", "local_g.h", "mid_p.h",
          "neighbours.h", "permutation.h", "posterior.h", "withheld.h"}},
    },
    {
        {"gdal",
         {"access.h", "attribute_table.h", "context_source.h", "postgres.h", "shapefile_set.h",
          "vector_source.h", "vector_writer.h", "versions.h", "zip_file.h", "zip_stream.h"}},
        {"paint",
         {"bivariate_palette.h", "canvas.h", "colour.h", "missing_signs.h", "palette.h",
          "picture_format.h", "scene.h", "text_metrics.h", "versions.h"}},
        {"spreadsheet", {"iso_date.h", "workbook.h"}},
    },
    {
        {"workbook", {"workbook.h"}},
        {"tables",
         {"area_code.h", "cell.h", "mark.h", "non_data_line.h", "period.h", "read_cell.h",
          "read_table.h", "select_rows.h", "table.h", "table_source.h"}},
    },
    {
        {"wards",
         {"area_noun.h", "border_faults.h", "boundary_source.h", "displaced_parts.h",
          "district_filter.h", "kind_of_area.h", "neighbourhood.h", "neighbours.h",
          "proposed_crs.h", "read_tiles.h", "read_wards.h", "tile_source.h", "topology.h",
          "ward.h"}},
        {"disclosure", {"figure.h", "linear.h", "publish_wards.h"}},
    },
    {
        {"join",
         {"account.h", "combine.h", "figure.h", "filter.h", "fold_name.h", "join.h", "lookup.h",
          "other_rows.h", "reconcile.h", "ward_index.h", "where.h"}},
        {"incidents",
         {"caveats.h", "count.h", "count_audit.h", "count_table.h", "periods.h", "read_lookup.h",
          "recognise.h", "server_count.h", "source.h"}},
    },
    {
        {"project", {"band_spec.h",      "bivariate_spec.h", "briefing_spec.h", "category.h",
                     "data_folder.h",    "denominator.h",    "edit_project.h",  "write_toml.h",
                     "facts.h",          "figures.h",        "frozen_bands.h",  "hotspot_spec.h",
                     "incidents_spec.h", "keys.h",           "layer_spec.h",    "measure_kind.h",
                     "product.h",        "project.h",        "read_project.h",  "toml_reader.h",
                     "weights.h"}},
    },
    {
        {"style", {"read_style.h", "style.h"}},
        {"measures",
         {"change.h", "composite.h", "measure.h", "rank_correlation.h", "smoothing.h", "unit.h"}},
    },
    {
        {"bands",
         {"banding.h", "banding_json.h", "cuts.h", "frozen.h", "make_bands.h", "stability.h"}},
        {"hotspots", {"find_hotspots.h", "hotspots.h", "persistence.h", "reading.h"}},
        {"layout", {"block.h", "flow.h", "text_block.h"}},
    },
    {
        {"draft", {"draft_project.h", "heap.h", "lookup_table.h"}},
    },
    {
        {"study",
         {"area_value.h", "band_choices.h", "bivariate.h", "bivariate_result.h",
          "category_result.h", "category_sets.h", "input_file.h", "period_labels.h", "run_study.h",
          "study.h", "study_area.h"}},
        {"study/disclosure", {"disclose.h"}},
        {"study/series", {"period_sets.h", "periods.h", "step_categories.h"}},
        {"study/surroundings", {"context.h", "fringe.h", "surroundings.h", "tiles.h"}},
    },
    {
        {"words",
         {"alt_text.h", "bivariate.h", "captions.h", "compared_to.h", "figure_texts.h",
          "foot_lines.h", "headline.h", "island_notes.h", "legend_check.h", "map_text.h",
          "method_line.h", "periods.h", "reading_counts.h", "sentences.h", "ward_figures.h",
          "ward_sentence.h"}},
    },
    {
        {"maps/ground",
         {"base_map.h", "close_lines.h", "context_layers.h", "districts.h", "hexagons.h",
          "line_scale.h", "map_transform.h", "view.h"}},
    },
    {
        {"maps/symbols",
         {"bivariate_fills.h", "circles.h", "context_row.h", "context_symbols.h", "fill.h",
          "fills.h", "readings.h", "scale_bar.h", "strokes.h"}},
    },
    {
        {"maps/labels",
         {"context_names.h", "district_names.h", "importance.h", "label.h", "label_wards.h",
          "mark_places.h", "reading_marks.h"}},
        {"maps/legend",
         {"context_rows.h", "dot_strip.h", "legend.h", "legend_block.h", "legend_line.h",
          "legend_panel.h", "swatch.h"}},
    },
    {
        {"maps/picture", {"picture.h", "picture_items.h", "ward_items.h"}},
    },
    {
        {"maps/sheets",
         {"band_comparison.h", "bivariate_sheet.h", "category_sheet.h", "contact_sheet.h", "lint.h",
          "palette_sheet.h", "periods_sheet.h", "sheet.h", "sheet_context.h", "theme.h"}},
    },
    {
        {"book", {"book.h", "snippets.h"}},
        {"briefing", {"backtest.h", "briefing.h"}},
        {"explorer", {"explorer.h"}},
        {"site", {"profile.h", "words.h"}},
        {"data", {"columns.h", "csv.h", "write_data.h"}},
    },
    {
        {"audit", {"audience.h", "audit.h", "band_choices.h", "explain.h"}},
    },
    {
        {"publish", {"publish.h", "site_profiles.h", "verify.h"}},
    },
    {
        {"cli", {}},
    },
};

} // namespace wardmap::testing
