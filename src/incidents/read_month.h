// SPDX-License-Identifier: MIT
// The month of a date in any usual format. Private to incidents/.
#pragma once

#include <string_view>

#include "incidents/count.h"

namespace wardmap::incidents {

/// Which number of "03/04/2014" is the day.
enum class DayOrder { day_first, month_first };

struct MonthReading {
    Month month = no_month;       // no_month if it cannot be read
    bool could_be_either = false; // "03/04/2014": the order decides
    bool against_order = false;   // "03/25/2014" cannot be day first: read the other way
};

/// "2014-03", "2014-03-25", "2014/03/25", "20140325", "25/03/2014", "25.03.14", "25 March 2014",
/// "Mar-14", "March 2014", "201403", each optionally followed by a time.
[[nodiscard]] MonthReading read_month(std::string_view text, DayOrder order);

} // namespace wardmap::incidents
