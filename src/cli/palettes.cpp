// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include "base/atomic_file.h"
#include "base/error.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/options.h"
#include "maps/sheets/palette_sheet.h"
#include "paint/picture_format.h"
#include "paint/scene.h"
#include "paint/text_metrics.h"

namespace wardmap::cli {
namespace {

class Palettes : public Command {
public:
    bool setup(const std::vector<std::string>& words) override {
        CLI::App app("Draws every palette on one page, also as seen with colour blindness.",
                     "palettes");
        app.add_option("-o,--out", m_out,
                       "File to write: .pdf, .png or .svg (default: palettes.pdf)")
            ->type_name("FILE");
        app.footer("Example:\n  wardmap palettes --out palettes.png");
        if (!parse(app, words)) return false;
        if (paint::format_of_path(m_out)) return true;
        throw UsageError(fmt::format("error: wardmap palettes: {} is not a .pdf, .png or .svg",
                                     text::quoted(m_out)));
    }

    int run() override {
        const auto scene = maps::palette_sheet(paint::TextMetrics());
        write_file_atomically(m_out,
                              paint::to_picture({&scene, 1}, *paint::format_of_path(m_out), 300));
        fmt::print("{}\n", m_out);
        return 0;
    }

private:
    std::string m_out = "palettes.pdf";
};

} // namespace

std::unique_ptr<Command> make_palettes() {
    return std::make_unique<Palettes>();
}

} // namespace wardmap::cli
