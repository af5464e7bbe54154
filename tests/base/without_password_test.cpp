// SPDX-License-Identifier: MIT
#include "base/without_password.h"

#include "support/catch.h"

using wardmap::without_password;

TEST_CASE("A password is masked in connections and in messages that quote one", "[base]") {
    CHECK(without_password("PG:dbname=x password=secret host=h") ==
          "PG:dbname=x password=*** host=h");
    CHECK(without_password("PG:Password = 'two words' host=h") == "PG:Password = *** host=h");
    CHECK(without_password(R"(PG:password='it\'s mine' host=h)") == "PG:password=*** host=h");
    CHECK(without_password("PG:password=''behind host=h") == "PG:password=*** host=h");
    CHECK(without_password("cannot open postgresql://me:secret@server/crime now") ==
          "cannot open postgresql://me:***@server/crime now");
    CHECK(without_password("password authentication failed for user \"me\"") ==
          "password authentication failed for user \"me\"");
}
