// SPDX-License-Identifier: MIT
// The explorer as a file: one page that loads nothing, runs only its own script, and escapes all
// names.
#include "explorer/explorer_data.h"

#include <regex>

#include "base/hash.h"
#include "base/text.h"
#include "explorer/page.h"
#include "explorer/static_table.h"
#include "support/catch.h"
#include "support/maidstone.h"
#include "support/study.h"
#include "words/ward_figures.h"

using namespace wardmap;
using namespace wardmap::testing;

namespace {

const std::string& maidstone_page() {
    static const std::string page = page_of(maidstone());
    return page;
}

std::string data_in(const std::string& page) {
    return between(page, "<script type=\"application/json\" id=\"data\">", "</script>");
}

std::size_t times(const std::string& text, const std::string& part) {
    std::size_t count = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
        ++count;
    }
    return count;
}

} // namespace

TEST_CASE("The explorer's policy allows its own style and script, and nothing else", "[explorer]") {
    const auto& page = maidstone_page();
    const auto policy = between(page, "http-equiv=\"Content-Security-Policy\" content=\"", "\"");
    CHECK(policy.find("default-src 'none'") == 0);
    CHECK(policy.find("unsafe") == std::string::npos);
    CHECK(policy.find("style-src 'sha256-" + sha256_base64(between(page, "<style>", "</style>")) +
                      "'") != std::string::npos);
    CHECK(policy.find("script-src 'sha256-" +
                      sha256_base64(between(page, "<script>", "</script>")) + "'") !=
          std::string::npos);
    CHECK(times(page, "<script") == 2); // the data and the code
    CHECK(times(page, "<style") == 1);
    CHECK(page.find("http-equiv") < page.find("<style>"));
}

TEST_CASE("The explorer names no other file and no address to load", "[explorer]") {
    const auto& page = maidstone_page();
    const auto markup = page.substr(0, page.find("<script"));
    CHECK_FALSE(std::regex_search(markup, std::regex(R"(<(link|img|iframe|object|embed)\b)")));
    CHECK_FALSE(std::regex_search(markup, std::regex(R"(\s(src|style|on[a-z]+)=)")));
    CHECK_FALSE(std::regex_search(markup, std::regex(R"(url\(|@import)")));
    const auto code = between(page, "<script>", "</script>");
    for (const char* const way : {"fetch(", "XMLHttpRequest", "import(", "WebSocket", "innerHTML",
                                  "eval(", "localStorage", "document.cookie"}) {
        INFO(way);
        CHECK(code.find(way) == std::string::npos);
    }
}

TEST_CASE("Markup in a name stays text in the explorer", "[explorer]") {
    const std::vector<std::string> names = {"</script><script>alert(1)</script>",
                                            "<!-- <b>B & C's \"ward\"</b>", "{{data}} \\u003c"};
    auto study =
        study_of(grid_of_wards(names, 3), {Cell::known(1), Cell::known(2), Cell::known(3)});
    study.project.area = "<i>Area</i>";
    const auto page = page_of(study);
    CHECK(times(page, "<script") == 2);
    CHECK(times(page, "</script>") == 2);
    CHECK(page.find("<!-- ") == std::string::npos);
    CHECK(page.find("<b>") == std::string::npos);
    CHECK(page.find("<i>") == std::string::npos);
    CHECK(between(page, "<title>", "</title>") == "&lt;i&gt;Area&lt;/i&gt;: explorer");
    CHECK(data_in(page).find('<') == std::string::npos);
    CHECK(Json::parse(data_in(page)).at("wards").at("name").get<std::vector<std::string>>() ==
          names);
    for (const auto& name : names) {
        CHECK(page.find("<th scope=\"row\">" + text::as_markup(name) + "</th>") !=
              std::string::npos);
    }
}

TEST_CASE("JSON in a script has no character that could end it", "[explorer]") {
    const std::string json = R"({"a":"</script><!--"})";
    const auto safe = explorer::safe_in_script(json);
    CHECK(safe.find('<') == std::string::npos);
    CHECK(Json::parse(safe) == Json::parse(json));
}

TEST_CASE("Without scripts the explorer is a table of all figures", "[explorer]") {
    const auto& study = maidstone();
    const auto table = explorer::static_table(study);
    CHECK(maidstone_page().find("<noscript>") != std::string::npos);
    CHECK(maidstone_page().find(table) != std::string::npos);
    for (std::size_t i = 0; i < study.wards.wards.size(); ++i) {
        const auto& ward = study.wards.wards[i];
        std::string row = "<tr><th scope=\"row\">" + text::as_markup(ward.name) + "</th><td>" +
                          ward.code + "</td>";
        for (const auto& category : study.categories) {
            row += "<td>" + words::printed(category, i) + "</td>";
        }
        CHECK(table.find(row + "</tr>") != std::string::npos);
    }
}

TEST_CASE("The explorer is the same page every time", "[explorer]") {
    CHECK(page_of(maidstone()) == maidstone_page());
}
