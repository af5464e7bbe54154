// SPDX-License-Identifier: MIT
// The unit of a measure, in the forms needed by legends and sentences.
#pragma once

#include <string>

namespace wardmap::measures {

struct Unit {
    enum class Form {
        after,  // 84.1 incidents per 1,000 residents
        share,  // 12.5% of residents (victims); 12.5% of all incidents
        before, // index (100 = average) 131
        rank,   // national rank 5 of 326 (1 = most deprived)
    };
    Form form = Form::after;
    std::string noun; // "incidents": what is counted, or the name of the value
    std::string per;  // "per 1,000 residents", "of residents", "of 326 (1 = most deprived)"; may be
                      // empty

    /// As the title of a legend or a column: "incidents per 1,000 residents", "victims, % of
    /// residents".
    [[nodiscard]] std::string title() const;

    /// After or before a printed value, as in the comments of Form.
    [[nodiscard]] std::string with(const std::string& value) const;

    bool operator==(const Unit&) const = default;
};

} // namespace wardmap::measures
