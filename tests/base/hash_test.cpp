// SPDX-License-Identifier: MIT
#include "base/hash.h"

#include "support/catch.h"

using namespace wardmap;

TEST_CASE("Base 64 pads to fours", "[base]") {
    // RFC 4648, section 10.
    CHECK(base64("").empty());
    CHECK(base64("f") == "Zg==");
    CHECK(base64("fo") == "Zm8=");
    CHECK(base64("foobar") == "Zm9vYmFy");
}

TEST_CASE("SHA-256 as hexadecimal and in base 64", "[base]") {
    // Of no bytes (FIPS 180-4).
    CHECK(sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(sha256_base64("") == "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
}
