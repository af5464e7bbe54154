// SPDX-License-Identifier: MIT
// Days of months, quarters and weeks are those of the calendar (ISO 8601 for weeks).
#include "tables/period.h"

#include "support/catch.h"

using namespace wardmap;
using namespace wardmap::tables;

namespace {

std::string words(const std::string& text) {
    const auto period = read_period(text);
    return period ? period->words : "unread";
}

std::string label(const std::string& text) {
    const auto period = read_period(text);
    return period ? period->label : "unread";
}

std::vector<std::string> labels(const std::vector<std::string>& texts,
                                const std::string& heading = "") {
    const auto reading = read_periods(texts, heading);
    if (const auto* const bad = std::get_if<Unreadable>(&reading)) return {bad->found};
    std::vector<std::string> result;
    for (const auto& period : std::get<std::vector<Period>>(reading)) {
        result.push_back(period.label);
    }
    return result;
}

std::vector<Period> periods(const std::vector<std::string>& texts) {
    return std::get<std::vector<Period>>(read_periods(texts, ""));
}

using Texts = std::vector<std::string>;

} // namespace

TEST_CASE("Months are read in every form used in tables", "[tables][period]") {
    for (const char* const text :
         {"2014-04", "2014-4", "201404", "2014M04", "Apr-14", "Apr 14", "April 2014", "APRIL, 2014",
          "Apr. 2014", "2014 April", "2014-Apr", "04/2014", "4-2014", "Ebrill 2014", "Apr_14",
          "Apr\u201314", "14-Apr"}) {
        INFO(text);
        CHECK(label(text) == "2014-04");
        CHECK(words(text) == "April 2014");
    }
    CHECK(words("Sept 99") == "September 1999");
    CHECK(words("March") == "March");
    CHECK(label("2014-13") == "unread");
    CHECK(label("2014-00") == "unread");
    CHECK(label("Market") == "unread");
    CHECK(label("14/11") == "unread");
    CHECK(label("") == "unread");
}

TEST_CASE("Quarters, years, weeks, days and spans are read", "[tables][period]") {
    CHECK(words("Q1 2013") == "January to March 2013");
    CHECK(words("2013 Q4") == "October to December 2013");
    CHECK(words("2013-Q2") == "April to June 2013");
    CHECK(words("Quarter 3 2013") == "July to September 2013");
    CHECK(words("2013/14 Q1") == "April to June 2013");
    CHECK(words("Q4 2013/14") == "January to March 2014");
    CHECK(words("Q2") == "Q2");
    CHECK(words("2014") == "2014");
    CHECK(words("2014.0") == "2014");
    for (const char* const text :
         {"2013/14", "2013/2014", "2013-2014", "FY 2013/14", "2013-14", "April 2013 to March 2014",
          "Apr 13 - Mar 14", "Year ending March 2014", "12 months to Mar 2014"}) {
        INFO(text);
        CHECK(labels({text}) == Texts{"2013/14"});
    }
    CHECK(words("2011 - 13") == "2011 to 2013");
    CHECK(words("2011 to 2013") == "2011 to 2013");
    CHECK(words("2016/17 - 20/21") == "April 2016 to March 2021");
    CHECK(words("2016/17 to 2020/21") == "April 2016 to March 2021");
    CHECK(words("1999/00") == "1999/00");
    CHECK(words("2014/11") == "unread");
    CHECK(words("mid-2020") == "mid-2020");
    CHECK(words("Week 10") == "week 10");
    CHECK(words("2014-W01") == "week 1 of 2014");
    CHECK(label("wk 3 2014") == "2014-W03");
    CHECK(words("w/c 07/04/2014") == "week from 7 April 2014");
    CHECK(words("week ending 13 April 2014") == "week from 7 April 2014");
    CHECK(words("2024-06-30") == "30 June 2024");
    CHECK(words("2024-06-30 00:00:00") == "30 June 2024");
    CHECK(words("30/06/2024") == "30 June 2024");
    CHECK(words("20240630") == "30 June 2024");
    CHECK(words("Monday 30th June 2025") == "30 June 2025");
    CHECK(words("January to November 2014") == "January to November 2014");
    CHECK(words("Jan-Mar 2014") == "January to March 2014");
    CHECK(words("December 2013 to February 2014") == "December 2013 to February 2014");
    CHECK(words("31/02/2014") == "unread");
}

TEST_CASE("A label is read back as its period", "[tables][period]") {
    for (const char* const text :
         {"Apr-14", "Q1 2013", "2013/14", "2011 - 13", "2014", "mid-2020", "Week 10", "2014-W10",
          "30/06/2024", "Jan-Nov 2014", "w/c 07/04/2014", "Q3", "March"}) {
        INFO(text);
        const auto period = read_period(text);
        REQUIRE(period);
        CHECK(read_period(period->label) == period);
    }
}

TEST_CASE("Ambiguous periods are resolved by the others, else refused", "[tables][period]") {
    CHECK(labels({"01/04/2014", "01/05/2014", "01/06/2014"}) ==
          Texts{"2014-04", "2014-05", "2014-06"}); // not days 4 to 6 of January
    CHECK(labels({"31/01/2014", "28/02/2014"}) == Texts{"2014-01", "2014-02"});
    CHECK(labels({"01/05/2014", "13/05/2014"}) == Texts{"2014-05-01", "2014-05-13"});
    CHECK(labels({"05/01/2014", "12/01/2014", "19/01/2014"}) ==
          Texts{"2014-01-05", "2014-01-12", "2014-01-19"});
    CHECK(labels({"05/06/2014", "08/07/2014"}) ==
          Texts{"\"05/06/2014\" can be read as 5 June 2014 and as 6 May 2014"});
    CHECK(labels({"2011-12", "2012-13"}) == Texts{"2011/12", "2012/13"});
    CHECK(labels({"2009-10", "2010-11", "2011-12"}) == Texts{"2009/10", "2010/11", "2011/12"});
    CHECK(labels({"2011-11", "2011-12"}) == Texts{"2011-11", "2011-12"});
    CHECK(labels({"2011-12"}) == Texts{"\"2011-12\" can be read as December 2011 and as 2011/12"});
    CHECK(labels({"12-Jan", "12-Feb", "12-Mar"}) == Texts{"2012-01", "2012-02", "2012-03"});
    CHECK(labels({"1", "2", "12"}, "Month") == Texts{"January", "February", "December"});
    CHECK(labels({"9", "10"}, "week_no") == Texts{"Week 9", "Week 10"});
    CHECK(labels({"1", "2"}, "count") == Texts{"\"1\" cannot be read as a period of time"});
    CHECK(labels({"2014-01", "Baseline"}) ==
          Texts{"\"Baseline\" cannot be read as a period of time"});
}

TEST_CASE("Lengths and gaps of periods are those of the calendar", "[tables][period]") {
    CHECK(days_in(*read_period("2016-02")) == 29);
    CHECK(days_in(*read_period("2014")) == 365);
    CHECK(days_in(*read_period("2015/16")) == 366); // it includes 29 February 2016
    CHECK(days_in(*read_period("Q1 2014")) == 90);
    CHECK(days_in(*read_period("2014-W10")) == 7);
    CHECK(same_length(*read_period("2014-02"), *read_period("2014-03")));
    CHECK(same_length(*read_period("2014"), *read_period("2013/14")));
    CHECK_FALSE(same_length(*read_period("2014-02"), *read_period("Q1 2014")));
    CHECK(follows(*read_period("2013/14"), *read_period("2014/15")));
    CHECK(gaps_between(periods({"2014-01", "2014-02", "2014-04", "2014-08"})) ==
          Texts{"March 2014", "May to July 2014"});
    CHECK(gaps_between(periods({"2013", "2015"})) == Texts{"2014"});
    CHECK(gaps_between(periods({"March", "January"})) == Texts{"February"});
}

TEST_CASE("Periods that cannot be compared side by side are reported", "[tables][period]") {
    const auto fault = [](const Texts& texts) {
        const auto found = unfit_for_a_series(periods(texts));
        return found ? found->found : "";
    };
    CHECK(fault({"2014-01", "2014-02", "2014-12"}).empty());
    CHECK(fault({"2013/14", "2014/15"}).empty());
    CHECK(fault({"2014-01", "Q2 2014"}) ==
          "the periods January 2014 and April to June 2014 cannot be compared side by side: they "
          "are not equally long");
    CHECK(fault({"2014", "2014-01"}) ==
          "the periods January 2014 and 2014 cannot be compared side by side: they are not equally "
          "long");
    CHECK(fault({"2014", "2014/15"}) ==
          "the periods 2014 and 2014/15 cannot be compared side by side: they overlap");
    CHECK(fault({"January", "2014-02"}) ==
          "the periods January and February 2014 cannot be compared side by side: only one of them "
          "states its year");
}

TEST_CASE("The words of several periods name no time that was not supplied", "[tables][period]") {
    const auto wording = [](const Texts& texts) { return words_of(periods(texts)); };
    CHECK(wording({"2014-01", "2014-02", "2014-11"}) == "January to February and November 2014");
    CHECK(wording({"2014-02", "2014-01", "2014-03"}) == "January to March 2014");
    CHECK(wording({"2013-12", "2014-02"}) == "December 2013 and February 2014");
    CHECK(wording({"2013-12", "2014-01"}) == "December 2013 to January 2014");
    CHECK(wording({"2009/10", "2010/11", "2011/12"}) == "2009/10 to 2011/12");
    CHECK(wording({"2009/10", "2011/12"}) == "2009/10 and 2011/12");
    CHECK(wording({"January to March 2014", "April to June 2014"}) == "January to June 2014");
    CHECK(wording({"January to November 2013", "January to November 2014"}) ==
          "January to November, 2013 to 2014");
    CHECK(wording({"2014", "2014"}) == "2014");
    CHECK(wording({"2013-01", "2013-03", "2013-05", "2013-07"}) ==
          "4 months from January to July 2013");
    CHECK(wording({"Week 9", "Week 10"}) == "week 9 to week 10");
    CHECK(wording({"January", "February", "April"}) == "January to February and April");
    CHECK(words_of({}).empty());
}
