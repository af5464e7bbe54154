// SPDX-License-Identifier: MIT
// An attacker who wants to recover suppressed figures from published files alone.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace wardmap::testing {

/// Bounds of a figure.
struct Known {
    double low = 0;
    double high = 0;

    /// Number of remaining whole numbers.
    [[nodiscard]] double choices() const;
};

/// The texts of a published folder by path: data/wards.csv, audit.json, maps/*.txt, ...
using Folder = std::map<std::string, std::string>;

/// Knowledge from outside the folder.
struct Outside {
    std::string area = "Testshire";
    double round_to = 0;                                     // the rule is printed on the sheets
    std::map<std::string, std::vector<double>> denominators; // public, by category
    std::map<std::string, double> totals;                    // of a category, from its source
    /// Of some wards of a category, from its source.
    struct Part {
        std::vector<std::size_t> wards;
        double sum = 0;
    };
    std::map<std::string, std::vector<Part>> parts;
    std::map<std::string, std::vector<std::string>> made_of; // category -> categories it adds up
};

class Attacker {
public:
    /// Reads everything that bounds a count: figures, ends, bands, area values, shares, audit sums.
    Attacker(const Folder& folder, const Outside& outside);

    /// Tightens the bounds of all figures by all relations until none changes.
    void solve();

    [[nodiscard]] const std::vector<std::string>& wards() const { return m_wards; }
    [[nodiscard]] const std::vector<std::string>& categories() const { return m_ids; }
    [[nodiscard]] bool is_withheld(const std::string& id, std::size_t ward) const;
    /// The published interval of a withheld figure.
    [[nodiscard]] Known published(const std::string& id, std::size_t ward) const;
    /// The remaining interval. Precondition: solved.
    [[nodiscard]] Known left(const std::string& id, std::size_t ward) const;
    /// The remaining interval of columns included in exactly these categories; unbounded if there
    /// are none.
    struct Element {
        std::vector<std::string> added_by; // categories
        std::vector<std::string> columns;
        std::vector<Known> wards;
    };
    [[nodiscard]] const std::vector<Element>& elements() const { return m_elements; }

private:
    struct Category {
        std::vector<Known> cells;
        std::vector<Known> published;
        std::vector<bool> withheld;
        Known total{0, 1e12};
        std::vector<std::string> columns; // with their table
    };

    void read_csv(const std::string& csv, const Outside& outside);
    void read_audit(const std::string& json, const Outside& outside);
    void read_words(const std::string& id, const std::string& text, const Outside& outside);
    void find_elements();
    bool tighten_elements();
    bool tighten_totals();
    bool tighten_sums();

    std::vector<std::string> m_wards;
    std::vector<std::string> m_codes;
    std::vector<std::string> m_ids;
    std::map<std::string, Category> m_categories;
    std::vector<Element> m_elements;
    std::map<std::string, std::vector<Outside::Part>> m_parts;
    std::map<std::string, std::vector<std::string>> m_made_of;
};

} // namespace wardmap::testing
