// SPDX-License-Identifier: MIT
#include "draft/draft_project.h"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <set>

#include <fmt/format.h>

#include "base/error.h"
#include "base/text.h"
#include "draft/guess_columns.h"
#include "draft/guess_words.h"
#include "draft/write_toml.h"
#include "join/join.h"

namespace wardmap::draft {
namespace {

struct Guessed {
    const Input* input = nullptr;
    Columns columns;
};

std::string stem_of(const Input& input) {
    const auto stem = std::filesystem::path(input.written).stem().string();
    return input.sheet.empty() ? stem : stem + " " + input.sheet;
}

std::string named(const Input& input) {
    const auto file = std::filesystem::path(input.written).filename().string();
    return input.sheet.empty() ? file : file + ", " + input.sheet;
}

class Drafter {
public:
    Drafter(const WardSet& wards, const std::vector<Input>& inputs)
        : m_wards(wards), m_index(wards.wards, {}, nullptr) {
        for (const auto& input : inputs) {
            Guessed guessed{&input, guess_columns(input.table, m_index)};
            if (guessed.columns.keys.empty()) {
                guess(fmt::format("{}: left out, no column identifies most of its rows",
                                  named(input)));
                continue;
            }
            for (const auto& name : guessed.columns.twice) {
                guess(fmt::format("{}: left out, several columns have the name \"{}\"",
                                  named(input), name));
            }
            if (m_area.empty()) m_area = guessed.columns.total;
            m_tables.push_back(std::move(guessed));
        }
    }

    Draft draft(const Boundaries& boundaries) {
        std::string body;
        for (const auto& table : m_tables) {
            body += denominators_of(table);
        }
        for (const auto& table : m_tables) {
            body += categories_of(table);
        }
        m_draft.toml = head(boundaries) + body;
        return std::move(m_draft);
    }

private:
    void guess(std::string message) { m_draft.guesses.push_back(std::move(message)); }

    std::string head(const Boundaries& boundaries) {
        std::string s =
            "# A first project file, made by wardmap new. Check the lines marked "
            "\"guessed\".\n# Every key is explained in docs/project-file.md.\n\n[project]\n";
        s += fmt::format("title = {}\n", toml_text(m_area.empty() ? "Untitled" : m_area));
        if (!m_area.empty()) {
            s += fmt::format("area = {} # guessed: the name used for totals\n", toml_text(m_area));
            guess(fmt::format("{} is the name of the whole area: its row is a total", m_area));
        }
        s += fmt::format("\n[boundaries]\nsource = {}\n", toml_text(boundaries.written));
        for (const auto& [key, value] : {std::pair{"layer", boundaries.layer},
                                         {"where", boundaries.where},
                                         {"crs", boundaries.crs}}) {
            if (!value.empty()) s += fmt::format("{} = {}\n", key, toml_text(value));
        }
        s += fmt::format("code = {}\nname = {}\n", toml_text(m_wards.code_field),
                         toml_text(m_wards.name_field));
        return s;
    }

    static std::string source_of(const Input& input) {
        return fmt::format("table = {}\n", toml_text(input.written)) +
               (input.sheet.empty() ? "" : fmt::format("sheet = {}\n", toml_text(input.sheet)));
    }

    std::string denominators_of(const Guessed& table) {
        std::string s;
        for (const auto& figures : table.columns.figures) {
            const auto word = denominator_word(figures.name);
            if (word.empty() || !table.columns.dimensions.empty()) continue;
            if (!m_denominators.insert(word).second) continue;
            const auto key = key_that_joins(table, figures, figures.name);
            if (!key) {
                m_denominators.erase(word);
                continue;
            }
            s += fmt::format("\n[denominator.{}]\n{}", word, source_of(*table.input));
            if (!key->empty()) s += fmt::format("key = {}\n", toml_text(*key));
            s += fmt::format("value = {}\nlabel = {}\n", toml_text(figures.name),
                             toml_text(title_of(figures.name)));
            guess(fmt::format("rates are per {}: column {} of {}", word, figures.name,
                              named(*table.input)));
        }
        return s;
    }

    std::string categories_of(const Guessed& table) {
        if (!table.columns.dimensions.empty()) return long_block(table);
        std::string s;
        std::vector<const FigureColumn*> counts;
        for (const auto& figures : table.columns.figures) {
            if (!denominator_word(figures.name).empty()) continue;
            const bool count = figures.whole && figures.marks.empty() && !is_rank(figures.name) &&
                               !is_average(figures.name);
            if (count) {
                counts.push_back(&figures);
            } else {
                s += single(table, figures);
            }
        }
        if (counts.size() >= 3) return s + wide_block(table, counts);
        for (const auto* const figures : counts) {
            s += single(table, *figures);
        }
        return s;
    }

    /// A title line of the table where it is short, else the name of the file.
    static std::string title_of_table(const Input& input) {
        constexpr std::size_t longest = 90;
        for (const auto& aside : input.table.asides) {
            const bool title =
                aside.kind == tables::NonDataLine::Kind::title && aside.text.size() <= longest;
            if (title && !aside.text.starts_with('*')) return aside.text;
        }
        return title_of(stem_of(input));
    }

    std::string new_id(const std::string& name) {
        auto id = slug(name);
        for (int n = 2; !m_ids.insert(id).second; ++n) {
            id = fmt::format("{}-{}", slug(name), n);
        }
        return id;
    }

    std::string block(const Guessed& table, const std::string& id, const std::string& title,
                      const std::string& key) {
        ++m_draft.categories;
        auto s = fmt::format("\n[[category]]\nid = {}\ntitle = {}\n{}", toml_text(id),
                             toml_text(title), source_of(*table.input));
        if (!key.empty()) s += fmt::format("key = {}\n", toml_text(key));
        return s;
    }

    std::string single(const Guessed& table, const FigureColumn& figures) {
        const auto key = key_that_joins(table, figures, figures.name);
        if (!key) return {};
        const bool alone = table.columns.figures.size() == 1;
        const auto id = new_id(alone ? stem_of(*table.input) : figures.name);
        auto s =
            block(table, id, alone ? title_of_table(*table.input) : title_of(figures.name), *key);
        s += fmt::format("value = {}\n", toml_text(figures.name));
        if (alone && figures.whole) s += "unit = \"cases\"\n";
        return s + suppression_of(table, figures) + measure_of(figures);
    }

    std::string wide_block(const Guessed& table, const std::vector<const FigureColumn*>& counts) {
        const auto key = key_that_joins(table, *counts.front(), counts.front()->name);
        if (!key) return {};
        std::vector<std::string> columns;
        columns.reserve(counts.size());
        for (const auto* const figures : counts) {
            columns.push_back(figures->name);
        }
        const auto id = new_id(stem_of(*table.input));
        auto s = block(table, id, title_of_table(*table.input) + ", {}", *key);
        guess(fmt::format("{}: one category for each of {} columns (each)", named(*table.input),
                          columns.size()));
        m_draft.categories += columns.size() - 1;
        return s + fmt::format("unit = \"cases\"\neach = {}\n", toml_list(columns)) +
               measure_of(*counts.front());
    }

    /// One category for each word of the first column that is no period; periods are added up.
    std::string long_block(const Guessed& table) {
        const auto& dimensions = table.columns.dimensions;
        if (table.columns.figures.empty()) return {};
        const auto& figures = table.columns.figures.front();
        const auto kind = std::find_if(dimensions.begin(), dimensions.end(),
                                       [](const auto& d) { return !is_period(d.name); });
        const auto& each = kind == dimensions.end() ? dimensions.front() : *kind;
        join::Request request;
        request.where = {{each.name, {each.words.front()}}};
        request.duplicates = join::Duplicates::sum;
        const auto key = key_that_joins(table, figures, figures.name, request);
        if (!key) return {};
        auto s = block(table, new_id(stem_of(*table.input)), "{}", *key);
        s += fmt::format("unit = \"cases\"\neach = {}\nwhere = {{ {} = \"{{}}\" }}\nvalue = {}\n",
                         toml_list(each.words), toml_key(each.name), toml_text(figures.name));
        s += "duplicates = \"sum\" # guessed: several rows of a ward are added up\n";
        guess(fmt::format(
            "{}: one category for each {}, {} of them; several rows of a ward are "
            "added up; wards without rows are missing (if_row_missing = \"zero\" if they "
            "had none)",
            named(*table.input), each.name, each.words.size()));
        m_draft.categories += each.words.size() - 1;
        return s + suppression_of(table, figures) + measure_of(figures);
    }

    std::string suppression_of(const Guessed& table, const FigureColumn& figures) {
        if (figures.marks.empty()) return {};
        const auto& mark = figures.marks.front();
        if (const auto scheme = stated_scheme(table.input->table)) {
            guess(fmt::format("{}: \"{}\" is withheld after the scheme {} of its notes",
                              named(*table.input), mark, *scheme));
            return fmt::format("suppression = {{ scheme = {}, shown_as = {} }} # guessed\n",
                               toml_text(*scheme), toml_list(figures.marks));
        }
        std::vector<std::string> meanings;
        meanings.reserve(figures.marks.size());
        for (const auto& text : figures.marks) {
            meanings.push_back(toml_text(text) + " = \"missing\"");
        }
        guess(fmt::format("{}: no note explains \"{}\"; taken as not supplied", named(*table.input),
                          mark));
        return fmt::format("suppression = {{ marks = {{ {} }} }} # guessed\n",
                           text::join(meanings, ", "));
    }

    std::string measure_of(const FigureColumn& figures) {
        if (is_rank(figures.name)) {
            guess(fmt::format("{} is a rank of {}: the highest there is", figures.name,
                              text::shortest(figures.largest)));
            return fmt::format("measure = \"rank\"\nof = {} # guessed: the highest there is\n",
                               text::shortest(figures.largest));
        }
        if (!figures.whole || is_average(figures.name)) {
            guess(fmt::format("{} is an average or a share already (mean)", figures.name));
            return "measure = \"mean\" # guessed\n";
        }
        if (m_denominators.contains("residents")) {
            return "measure = \"rate\" # guessed\ndenominator = \"residents\"\n";
        }
        return "measure = \"count\"\n";
    }

    /// The key to write: "" where the detected one joins, else the first that does;
    /// nothing (which is reported) if none does.
    std::optional<std::string> key_that_joins(const Guessed& table, const FigureColumn& figures,
                                              const std::string& value,
                                              const join::Request& base = {}) {
        std::vector<std::string> keys = {""};
        keys.insert(keys.end(), table.columns.keys.rbegin(), table.columns.keys.rend());
        std::string fault;
        for (const auto& key : keys) {
            auto request = base;
            if (!key.empty()) request.keys = {key};
            request.values = {value};
            request.kind = tables::FigureKind::number;
            request.additive = false;
            request.area = m_area;
            for (const auto& mark : figures.marks) {
                request.marks.push_back({mark, 0, 0, tables::Mark::Meaning::missing});
            }
            try {
                (void)join::join_table(table.input->table, m_wards, request);
                if (!key.empty()) {
                    guess(fmt::format("{}: joined by {}, because its other column disagrees",
                                      named(*table.input), key));
                }
                return key;
            } catch (const InputError& error) {
                if (fault.empty()) fault = error.findings().front().found;
            }
        }
        guess(fmt::format("{}: column {} left out: {}", named(*table.input), value, fault));
        return std::nullopt;
    }

    const WardSet& m_wards;
    join::WardIndex m_index;
    std::vector<Guessed> m_tables;
    std::string m_area;
    std::set<std::string> m_denominators;
    std::set<std::string> m_ids;
    Draft m_draft;
};

} // namespace

Draft draft_project(const WardSet& wards, const Boundaries& boundaries,
                    const std::vector<Input>& inputs) {
    auto draft = Drafter(wards, inputs).draft(boundaries);
    if (draft.categories > 0) return draft;
    std::vector<std::string> reasons;
    for (const auto& guess : draft.guesses) {
        if (guess.find("left out") != std::string::npos) reasons.push_back(guess);
    }
    throw InputError(
        Finding{.severity = Severity::error,
                .found = "no column with figures was found that could be mapped" +
                         (reasons.empty() ? "" : ": " + text::join(reasons, "; ")),
                .expected = "a table with a column of codes or names, and one of figures"});
}

} // namespace wardmap::draft
