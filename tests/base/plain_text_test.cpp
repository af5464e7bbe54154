// SPDX-License-Identifier: MIT
#include "base/plain_text.h"

#include "support/catch.h"

using wardmap::text::without_controls;

TEST_CASE("Control characters and direction marks are removed, everything else is kept", "[base]") {
    CHECK(without_controls("Ea\x01st\x7F") == "East");
    CHECK(without_controls("a\tb\r\nc") == "a\tb\r\nc");
    CHECK(without_controls("\xE2\x80\xAE"
                           "96%\xE2\x80\xAC") == "96%");
    CHECK(without_controls("\xE2\x81\xA6Llanelli\xE2\x81\xA9\xD8\x9C") == "Llanelli");
    CHECK(without_controls("\xC2\x85Tŷ Gŵyn – “x” \xC2\xA0") == "Tŷ Gŵyn – “x” \xC2\xA0");
    CHECK(without_controls("\xE2\x80") == "\xE2\x80"); // truncated: left unchanged
}
