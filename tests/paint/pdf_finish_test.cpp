// SPDX-License-Identifier: MIT
#include "paint/pdf_finish.h"

#include "base/error.h"
#include "paint/pdf_pages.h"
#include "support/catch.h"
#include "support/pdf.h"
#include "support/scene.h"

using namespace wardmap;
using namespace wardmap::paint;
using namespace wardmap::testing;

namespace {

/// A heading, a figure and decoration.
Scene tagged_scene() {
    auto scene = small_scene();
    Text heading;
    heading.text = "Heading";
    heading.at = {5, 5};
    heading.role = PdfRole::heading_1;
    scene.items.emplace_back(heading);
    scene.items.emplace_back(FigureBegin{"map", "A blue box"});
    scene.items.emplace_back(box(10, 10, 20, 20, blue));
    scene.items.emplace_back(FigureEnd{});
    scene.items.emplace_back(box(0, 28, 40, 30, blue));
    return scene;
}

struct Painted {
    std::vector<Scene> scenes = {tagged_scene(), tagged_scene()};
    Structure structure = structure_of(scenes);
    std::string pdf = paint_pdf(scenes, structure, "Painted");

    [[nodiscard]] std::string finished(const std::string& from) const {
        return finish_pdf(from, structure, scenes, "Painted");
    }
};

/// The reason for refusal; empty if accepted.
std::string refusal(const Painted& painted, const std::string& from) {
    try {
        (void)painted.finished(from);
    } catch (const OutputError& error) {
        return error.what();
    }
    return {};
}

std::vector<std::string> marks_of(const PdfDocument& document) {
    std::vector<std::string> marks;
    for (const auto& page : document.pages) {
        for (const auto& mark : page) {
            marks.push_back(mark.name + (mark.number ? std::to_string(*mark.number) : ""));
        }
    }
    return marks;
}

} // namespace

TEST_CASE("A PDF with cross-reference and object streams is finished to the same document",
          "[paint]") {
    const Painted painted;
    const auto otherwise = written_otherwise(painted.pdf);
    REQUIRE(otherwise.find("\nxref\n") == std::string::npos);
    const auto one = read_pdf(painted.finished(painted.pdf));
    const auto other = read_pdf(painted.finished(otherwise));
    CHECK(fault_in_tags(painted.finished(otherwise)).empty());
    CHECK(in_words(other.tree) == "Document(H1 Figure H1 Figure)");
    CHECK(in_words(other.tree) == in_words(one.tree));
    CHECK(marks_of(other) == marks_of(one));
    CHECK(marks_of(other) ==
          std::vector<std::string>{"H10", "Figure1", "Artifact", "H10", "Figure1", "Artifact"});
    CHECK(other.title == one.title);
    CHECK(other.language == one.language);
    CHECK(other.xmp == one.xmp);
    CHECK(other.bookmarks.size() == one.bookmarks.size());
}

TEST_CASE("Cairo's own output has no artifacts and not the final tags", "[paint]") {
    CHECK_FALSE(fault_in_tags(Painted().pdf).empty()); // the check can fail
}

TEST_CASE("A file that is not a PDF is refused with the reason", "[paint]") {
    const Painted painted;
    const auto reason = refusal(painted, "no PDF");
    INFO(reason);
    CHECK(reason.starts_with("error: the PDF could not be finished: "));
    CHECK(count(reason, "can't find startxref") == 1);
    CHECK(count(reason, "\n  help: ") == 1);
    CHECK_FALSE(refusal(painted, painted.pdf.substr(0, painted.pdf.size() / 2)).empty());
    CHECK(refusal(painted, painted.pdf).empty());
}

TEST_CASE("A PDF with other pages or marks than its scenes is refused", "[paint]") {
    Painted painted;
    painted.structure.pages[1].pop_back();
    CHECK(count(refusal(painted, painted.pdf), "a page has 3 marks and not 2") == 1);
    painted.scenes.pop_back();
    CHECK(count(refusal(painted, painted.pdf), "2 pages and not 1") == 1);
}

TEST_CASE("A link to an anchor that no bookmark has is refused", "[paint]") {
    auto scene = tagged_scene();
    scene.items.emplace_back(
        TagBegin{PdfRole::link, 0, HeaderScope::none, "nowhere", geo::Box{0, 0, 5, 5}});
    scene.items.emplace_back(TagEnd{});
    Painted painted{{scene}};
    CHECK(count(refusal(painted, painted.pdf), "no anchor nowhere") == 1);
}
