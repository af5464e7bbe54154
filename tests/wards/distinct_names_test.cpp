// SPDX-License-Identifier: MIT
#include "wards/distinct_names.h"

#include "support/catch.h"
#include "wards/ward.h"

using namespace wardmap;

namespace {

Ward ward(const std::string& code, const std::string& name,
          const std::vector<std::string>& district) {
    Ward result;
    result.code = code;
    result.name = name;
    result.district = district;
    return result;
}

struct Named {
    std::vector<std::string> names;
    Findings findings;
};

Named named(std::vector<Ward> wards) {
    Named result;
    wards::distinguish_names(wards, "wards.shp", result.findings);
    for (const auto& each : wards) {
        result.names.push_back(each.name);
    }
    return result;
}

} // namespace

TEST_CASE("Only names shared by several wards get their district", "[wards]") {
    const auto found = named({ward("E05000001", "Castle", {"E07000108", "Dover"}),
                              ward("E05000002", "Castle", {"E07000107", "Dartford"}),
                              ward("E05000003", "Heath", {"E07000107", "Dartford"})});
    CHECK(found.names == std::vector<std::string>{"Castle (Dover)", "Castle (Dartford)", "Heath"});
    CHECK(found.findings.empty());
}

TEST_CASE("Without names of districts their codes distinguish wards of one name, with a warning",
          "[wards]") {
    const auto found = named({ward("E05000001", "Castle", {"E07000108"}),
                              ward("E05000002", "Castle", {"E07000107"}),
                              ward("E05000003", "Heath", {"E07000107"})});
    CHECK(found.names ==
          std::vector<std::string>{"Castle (E07000108)", "Castle (E07000107)", "Heath"});
    REQUIRE(found.findings.size() == 1);
    CHECK(to_text(found.findings.front()) ==
          "warning: wards.shp: 2 areas have the name \"Castle\": each is printed with the code of "
          "its district, as Castle (E07000108) and Castle (E07000107)\n"
          "  help: [boundaries] district =  \"...\" with a field that holds the names of the "
          "districts");
}

TEST_CASE("Wards of one name within one district, or of none, get their own codes", "[wards]") {
    const auto one = named({ward("E05000001", "Castle", {"E07000108", "Dover"}),
                            ward("E05000002", "Castle", {"E07000108", "Dover"})});
    CHECK(one.names == std::vector<std::string>{"Castle (E05000001)", "Castle (E05000002)"});
    REQUIRE(one.findings.size() == 1);
    CHECK(one.findings.front().found.find("with its own code") != std::string::npos);
    const auto none = named({ward("E05000001", "Castle", {}), ward("E05000002", "Castle", {})});
    CHECK(none.names == one.names);
}

TEST_CASE("A ward with a longer name still matches its name in the boundaries", "[wards]") {
    std::vector<Ward> wards = {ward("E05000001", "Castle", {"Dover"}),
                               ward("E05000002", "Castle", {"Dartford"})};
    Findings findings;
    wards::distinguish_names(wards, "wards.shp", findings);
    CHECK(wards[0].plain_name == "Castle");
    CHECK(wards[1].plain_name == "Castle");
}
