// SPDX-License-Identifier: MIT
// Text with a row for each incident, counted into two wards.
#include "fuzz/target.h"
#include "incidents/count.h"
#include "incidents/count_table.h"
#include "incidents/periods.h"
#include "incidents/recognise.h"
#include "support/two_wards.h"

using namespace wardmap;
using namespace wardmap::testing;

namespace {

incidents::Count count(const std::string& path, const WardSet& wards, int threads) {
    incidents::Request request;
    request.source.files = {{"fuzz.csv", path}};
    request.threads = threads;
    return incidents::count_incidents(request, wards);
}

void check(const std::string& path) {
    static const WardSet wards = two_wards();
    (void)incidents::recognise(path);
    const auto one = count(path, wards, 1);
    std::uint64_t in_files = 0;
    for (const auto& file : one.files) {
        in_files += incidents::sum(file.rows);
    }
    must_hold(incidents::sum(one.rows) == in_files, "every row has one fate");
    const auto table = incidents::count_table(one, wards, incidents::Step::month);
    must_hold(table.sum == incidents::at(one.rows, incidents::Fate::counted),
              "the table adds up to the rows that count");
    const auto two = count(path, wards, 2);
    must_hold(two.rows == one.rows && two.ward_totals() == one.ward_totals(),
              "threads make no difference");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    static const FuzzedFile file("incidents.csv");
    file.write(text_of(bytes, size));
    may_refuse([&] { check(file.path()); });
    return 0;
}
