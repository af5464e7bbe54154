// SPDX-License-Identifier: MIT
// A PDF as seen by readers and screen readers.
#include <cstdlib>

#include "paint/canvas.h"
#include "support/catch.h"
#include "support/files.h"
#include "support/pdf.h"
#include "support/scene.h"
#include "support/xml.h"

using namespace wardmap;
using namespace wardmap::paint;
using namespace wardmap::testing;

namespace {

Text text_at(const std::string& words, double y, PdfRole role = PdfRole::none) {
    Text text;
    text.text = words;
    text.at = {5, y};
    text.role = role;
    return text;
}

/// Adds an element around what `fill` adds.
template <typename Fill>
void within(Scene& scene, const TagBegin& begin, const Fill& fill) {
    scene.items.emplace_back(begin);
    fill();
    scene.items.emplace_back(TagEnd{});
}

void add_text(Scene& scene, const TagBegin& begin, const std::string& words, double y) {
    within(scene, begin, [&] { scene.items.emplace_back(text_at(words, y)); });
}

void add_row(Scene& scene, const TagBegin& table, const TagBegin& first, const TagBegin& second,
             double y) {
    within(scene, table, [&] {
        within(scene, {PdfRole::table_row}, [&] {
            add_text(scene, first, "Ward", y);
            add_text(scene, second, "Count", y);
        });
    });
}

/// Contents with a link, a heading, a figure, a list, and the first row of a table.
Scene first_page(const TagBegin& table) {
    auto scene = small_scene();
    scene.items.emplace_back(Bookmark{"First part", "one", 1, 2});
    scene.items.emplace_back(text_at("First part", 4, PdfRole::heading_1));
    within(scene, {PdfRole::paragraph}, [&] {
        add_text(scene, {PdfRole::link, 0, HeaderScope::none, "two", geo::Box{5, 5, 20, 8}},
                 "Second part", 8);
    });
    scene.items.emplace_back(FigureBegin{"map", "A map of â, “Łódź” and 東"});
    scene.items.emplace_back(box(10, 10, 20, 20, blue));
    scene.items.emplace_back(text_at("within the map", 12));
    scene.items.emplace_back(FigureEnd{});
    within(scene, {PdfRole::list}, [&] {
        within(scene, {PdfRole::list_item}, [&] {
            add_text(scene, {PdfRole::label}, "1", 22);
            add_text(scene, {PdfRole::list_body}, "Bridge", 22);
        });
    });
    const TagBegin head{PdfRole::header_cell, 0, HeaderScope::column};
    add_row(scene, table, head, head, 26);
    scene.items.emplace_back(box(0, 29, 40, 30, blue)); // decoration
    scene.items.emplace_back(text_at("1", 29, PdfRole::artifact));
    return scene;
}

/// The table goes on.
Scene second_page(const TagBegin& table) {
    auto scene = small_scene();
    scene.items.emplace_back(Bookmark{"A part of it", "two", 2, 10});
    add_row(scene, table, {PdfRole::header_cell, 0, HeaderScope::row}, {PdfRole::data_cell}, 4);
    scene.items.emplace_back(text_at("Second part", 10, PdfRole::heading_2));
    scene.items.emplace_back(text_at("(P) /P << /MCID 0 >> BDC", 14)); // looks like a mark
    scene.items.emplace_back(Bookmark{"Last part", "", 1, 20});
    return scene;
}

std::vector<Scene> two_pages() {
    const TagBegin table{PdfRole::table, 7};
    return {first_page(table), second_page(table)};
}

std::string two_pages_pdf() {
    return to_pdf(two_pages(), "Two pages");
}

/// Poppler's output for the file; nothing if poppler is not installed.
std::string printed_by(const std::string& command, const std::string& pdf) {
    const testing::TempFolder folder;
    folder.write("a.pdf", pdf);
    const auto out = (folder.path() / "out").string();
    const auto words =
        command + " '" + (folder.path() / "a.pdf").string() + "' >'" + out + "' 2>/dev/null";
    return std::system(words.c_str()) == 0 ? testing::read_file(out) : std::string();
}

} // namespace

TEST_CASE("The structure of a PDF nests as its scenes do, elements over two pages once",
          "[paint]") {
    const auto document = read_pdf(two_pages_pdf());
    CHECK(document.is_tagged);
    CHECK(in_words(document.tree) ==
          "Document(H1 P(Link) Figure L(LI(Lbl LBody)) Table(TR(TH TH) TR(TH TD)) H2 P)");
}

TEST_CASE("Every mark of a PDF leads to its element by the parent tree", "[paint]") {
    CHECK(fault_in_tags(two_pages_pdf()).empty());
}

TEST_CASE("The marks of a page are named in the order of painting", "[paint]") {
    const auto pages = read_pdf(two_pages_pdf()).pages;
    REQUIRE(pages.size() == 2);
    std::vector<std::string> names;
    for (const auto& mark : pages[0]) {
        names.push_back(mark.name);
    }
    CHECK(names ==
          std::vector<std::string>{"H1", "Link", "Figure", "Lbl", "LBody", "TH", "TH", "Artifact"});
    CHECK(pages[0][5].number == 5);
    CHECK_FALSE(pages[0][7].number.has_value());
    CHECK(pages[1].size() == 4);
}

TEST_CASE("A PDF has its title and language, and a viewer shows the title", "[paint]") {
    const auto document = read_pdf(two_pages_pdf());
    CHECK(document.title == "Two pages");
    CHECK(document.language == "en-GB");
    CHECK(document.shows_title);
    CHECK(document.version == "1.5");
}

TEST_CASE("A PDF without text still has title, language and page", "[paint]") {
    const auto scene = small_scene();
    const auto document = read_pdf(to_pdf({&scene, 1}, "Blank"));
    CHECK(document.language == "en-GB");
    CHECK(in_words(document.tree) == "Document");
    CHECK(document.pages.size() == 1);
}

TEST_CASE("The outline of a PDF nests by level and leads to pages", "[paint]") {
    const auto bookmarks = read_pdf(two_pages_pdf()).bookmarks;
    REQUIRE(bookmarks.size() == 3);
    CHECK(
        (bookmarks[0].title == "First part" && bookmarks[0].level == 1 && bookmarks[0].page == 0));
    CHECK((bookmarks[1].title == "A part of it" && bookmarks[1].level == 2 &&
           bookmarks[1].page == 1));
    CHECK((bookmarks[2].title == "Last part" && bookmarks[2].level == 1 && bookmarks[2].page == 1));
    const std::vector<Scene> plain(2, small_scene());
    CHECK(read_pdf(to_pdf(plain, "Plain")).bookmarks.size() == 2); // one for each page
}

TEST_CASE("Figures have their text alternative in any script", "[paint]") {
    const auto figures = elements_of(read_pdf(two_pages_pdf()).tree, "Figure");
    REQUIRE(figures.size() == 1);
    CHECK(figures[0].alt == "A map of â, “Łódź” and 東");
}

TEST_CASE("Header cells of a table say whether they head a column or a row", "[paint]") {
    std::vector<std::string> scopes;
    for (const auto& cell : elements_of(read_pdf(two_pages_pdf()).tree, "TH")) {
        scopes.push_back(cell.scope);
    }
    CHECK(scopes == std::vector<std::string>{"Column", "Column", "Row"});
}

TEST_CASE("A link's text alternative names its page", "[paint]") {
    const auto document = read_pdf(two_pages_pdf());
    CHECK(document.links == 1);
    const auto links = elements_of(document.tree, "Link");
    REQUIRE(links.size() == 1);
    CHECK(links[0].link_text == "Page 2");
}

TEST_CASE("Poppler reads a PDF in the order of its structure, without its artifacts", "[paint]") {
    if (std::system("command -v pdfinfo >/dev/null") != 0) {
        WARN("pdfinfo (poppler-utils) is not installed: the reading order is not checked");
        return;
    }
    const auto text = printed_by("pdfinfo -struct-text", two_pages_pdf());
    INFO(text);
    std::size_t at = 0;
    for (const auto* const words :
         {"First part", "Second part", "within the map", "\"1\"", "Bridge", "Ward", "Count", "Ward",
          "Count", "Second part", "(P) /P << /MCID 0 >> BDC"}) {
        at = text.find(words, at);
        INFO(words);
        REQUIRE(at != std::string::npos);
        at += 1;
    }
    CHECK(count(text, "\"1\"") == 1); // the label, not the page number
}

TEST_CASE("A PDF has the same bytes each time", "[paint]") {
    CHECK(two_pages_pdf() == two_pages_pdf());
}

TEST_CASE("A PDF has title and language in XMP, and claims no conformity", "[paint]") {
    auto scene = small_scene();
    scene.items.emplace_back(text_at("Words", 5));
    const auto pdf = to_pdf({&scene, 1}, "Crime & <disorder>");
    CHECK(pdf.find("<?xpacket begin") != std::string::npos); // not compressed
    const auto xmp = read_pdf(pdf).xmp;
    const auto from = xmp.find("<x:xmpmeta");
    CHECK(testing::is_well_formed(xmp.substr(from, xmp.find("<?xpacket end") - from)));
    CHECK(count(xmp, "Crime &amp; &lt;disorder&gt;</rdf:li></rdf:Alt></dc:title>") == 1);
    CHECK(count(xmp, "<rdf:li>en-GB</rdf:li></rdf:Bag></dc:language>") == 1);
    CHECK(count(xmp, "pdfuaid") == 0);
}
