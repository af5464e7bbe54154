// SPDX-License-Identifier: MIT
#include "book/snippets.h"

#include "base/text.h"
#include "book/docx.h"
#include "gdal/zip_file.h"
#include "maps/ground/base_map.h"
#include "paint/png.h"
#include "style/style.h"
#include "support/catch.h"
#include "support/maidstone.h"
#include "support/study.h"
#include "support/xml.h"
#include "words/alt_text.h"
#include "words/captions.h"
#include "words/foot_lines.h"
#include "words/sentences.h"

using namespace wardmap;
using testing::category_of;
using testing::grid_of_wards;
using testing::maidstone;
using testing::study_of;

namespace {

book::Snippet snippet(const Study& study, const CategoryResult& category) {
    return book::snippet_of(study, category, {}, paint::TextMetrics(), maps::BaseMap(study));
}

/// One file of an archive, read by an independent program.
std::string unzipped(const std::string& docx, const std::string& name) {
    const testing::TempFolder folder;
    const auto path = folder.write("s.docx", docx);
    const auto out = (folder.path() / "out").string();
    const auto command =
        "python3 -c \"import sys,zipfile; "
        "sys.stdout.buffer.write(zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]))\" '" +
        std::string(path) + "' '" + name + "' > '" + out + "'";
    REQUIRE(std::system(command.c_str()) == 0);
    return testing::read_file(out);
}

} // namespace

TEST_CASE("A snippet's picture is as wide as a column and no larger than half a megabyte",
          "[book]") {
    for (const char* const id : {"asb", "vehicle-crime", "deprivation"}) {
        INFO(id);
        const auto made = snippet(maidstone(), category_of(maidstone(), id));
        CHECK(made.png.size() <= book::snippet_most_bytes);
        const auto picture = paint::decode_png(made.png);
        const auto at = made.png.find("pHYs") + 4;
        const auto byte = [&](std::size_t i) {
            return static_cast<double>(static_cast<unsigned char>(made.png[at + i]));
        };
        const double per_metre = ((byte(0) * 256 + byte(1)) * 256 + byte(2)) * 256 + byte(3);
        CHECK(1000 * picture.width / per_metre == Approx(160).margin(0.2));
    }
}

TEST_CASE("A snippet carries alt text, caption, sentences and source in HTML and DOCX", "[book]") {
    const auto& category = category_of(maidstone(), "assault");
    const auto made = snippet(maidstone(), category);
    const auto document = unzipped(made.docx, "word/document.xml");
    const auto alt = text::as_markup(words::words_of(maidstone(), category).alt);
    CHECK(made.html.find("alt=\"" + alt + "\"") != std::string::npos);
    CHECK(document.find("descr=\"" + alt + "\"") != std::string::npos);
    std::vector<std::string> lines = words::category_sentences(maidstone(), category);
    for (const auto& line : words::foot_lines(maidstone(), category)) {
        lines.push_back(line);
    }
    lines.push_back(category.spec.title + ": " + words::subtitle(maidstone(), category));
    for (const auto& line : lines) {
        INFO(line);
        CHECK(made.html.find(text::as_markup(line)) != std::string::npos);
        CHECK(document.find(text::as_markup(line)) != std::string::npos);
    }
    CHECK(made.html.find("src=\"assault.png\"") != std::string::npos);
    CHECK(unzipped(made.docx, "word/media/map.png") == made.png);
}

TEST_CASE("A snippet is the same each time", "[book]") {
    const auto& category = category_of(maidstone(), "asb");
    const auto one = snippet(maidstone(), category);
    const auto two = snippet(maidstone(), category);
    CHECK(one.docx == two.docx);
    CHECK(one.html == two.html);
    CHECK(one.png == two.png);
}

TEST_CASE("Hostile names stay text in a snippet", "[book]") {
    const std::string name = "<script>alert(\"1\")</script> & 'x'";
    auto study = study_of(grid_of_wards({name, "B", "C", "D"}, 2),
                          {Cell::known(9), Cell::known(1), Cell::missing(), Cell::known(4)});
    study.categories[0].spec.title = name;
    const auto made = snippet(study, study.categories[0]);
    CHECK(made.html.find("<script") == std::string::npos);
    for (const char* const part :
         {"[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "word/document.xml",
          "word/_rels/document.xml.rels", "word/styles.xml"}) {
        INFO(part);
        const auto xml = unzipped(made.docx, part);
        CHECK(testing::is_well_formed(xml));
        CHECK(xml.find("<script") == std::string::npos);
    }
}

TEST_CASE("An archive holds its entries, without dates", "[geo]") {
    const std::string binary("\0\1\2\xFF binary", 11);
    const auto zip = gdal::zip_of({{"a.txt", "first"}, {"b/c.bin", binary}});
    CHECK(zip.starts_with("PK"));
    CHECK(unzipped(zip, "a.txt") == "first");
    CHECK(unzipped(zip, "b/c.bin") == binary);
    CHECK(zip == gdal::zip_of({{"a.txt", "first"}, {"b/c.bin", binary}}));
}
