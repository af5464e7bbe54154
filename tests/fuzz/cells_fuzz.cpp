// SPDX-License-Identifier: MIT
// A cell's text to a figure.
#include <cmath>

#include "base/text.h"
#include "fuzz/target.h"
#include "tables/mark.h"
#include "tables/read_cell.h"

using namespace wardmap;
using namespace wardmap::testing;
using tables::FigureKind;

namespace {

void check_figure(const Cell& cell, FigureKind kind) {
    must_hold(std::isfinite(cell.low()) && std::isfinite(cell.high()), "figures are finite");
    must_hold(cell.low() <= cell.high(), "an interval does not fall");
    if (kind != FigureKind::count || !cell.is_known()) return;
    must_hold(cell.value() >= 0 && cell.value() == std::floor(cell.value()),
              "a count is whole and not negative");
    const auto again = tables::read_cell(text::shortest(cell.value()), {}, kind);
    must_hold(std::holds_alternative<Cell>(again) && std::get<Cell>(again) == cell,
              "a count that is printed reads as the same count");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const auto input = text_of(bytes, size);
    for (const auto kind : {FigureKind::count, FigureKind::number}) {
        const auto reading = tables::read_cell(input, {}, kind);
        if (const auto* const cell = std::get_if<Cell>(&reading)) {
            check_figure(*cell, kind);
        } else {
            must_hold(!std::get<tables::Unreadable>(reading).found.empty(),
                      "what cannot be read is described");
        }
        const tables::Mark mark{std::string(text::trimmed(input)), 1, 4};
        const auto marked = tables::read_cell(input, {mark}, kind);
        must_hold(std::holds_alternative<Cell>(marked) &&
                      std::get<Cell>(marked) == Cell::suppressed(1, 4),
                  "a declared mark wins over everything");
    }
    return 0;
}
