// SPDX-License-Identifier: MIT
// What stands in a PDF of ours, unpacked: its objects and what its pages draw.
#pragma once

#include <string>

#include "paint/pdf_file.h"

namespace wardmap::testing {

/// All Flate streams one after another; fonts' programs among them.
inline std::string unpacked(const std::string& pdf) {
    std::string all;
    for (auto at = pdf.find(" 0 obj\n"); at != std::string::npos;
         at = pdf.find(" 0 obj\n", at + 1)) {
        const auto from = at + 7;
        const auto head = pdf.substr(from, pdf.find("stream\n", from) - from);
        const auto length = paint::number_after(head, "/Length");
        const auto object = pdf.substr(from, head.size() + 7 + length) + "\nendstream";
        all += head;
        if (head.find("/FlateDecode") != std::string::npos) all += paint::content_of(object);
        at = from + head.size() + 7 + length;
    }
    return all;
}

} // namespace wardmap::testing
