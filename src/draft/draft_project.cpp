// SPDX-License-Identifier: MIT
#include "draft/draft_project.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "base/error.h"
#include "base/shown.h"
#include "base/text.h"
#include "draft/column_roles.h"
#include "draft/draft_incidents.h"
#include "draft/guess_words.h"
#include "draft/lookup_table.h"
#include "draft/plan_table.h"
#include "join/fold_name.h"
#include "join/join.h"
#include "project/write_toml.h"
#include "wards/ward.h"

namespace wardmap::draft {
namespace {

using project::toml_key;
using project::toml_list;
using project::toml_text;

struct Studied {
    const Input* input = nullptr;
    Roles roles;
    TablePlan plan;
};

std::string stem_of(const Input& input) {
    const auto stem = std::filesystem::path(input.written).stem().string();
    return input.sheet.empty() ? stem : stem + " " + input.sheet;
}

std::string named(const Input& input) {
    const auto file = std::filesystem::path(input.written).filename().string();
    return input.sheet.empty() ? file : file + ", " + input.sheet;
}

/// The first short title line of the table that says what is shown; else the name of the file.
std::string title_of_table(const Input& input) {
    constexpr std::size_t longest = 90;
    for (const auto& aside : input.table.asides) {
        const bool title =
            aside.kind == tables::NonDataLine::Kind::title && aside.text.size() <= longest;
        if (title && !aside.text.starts_with('*') && !is_imprint(aside.text)) return aside.text;
    }
    return title_of(stem_of(input));
}

/// Number of areas of this kind in a national ranking, at least `largest`: LSOAs of England (2001,
/// 2011, 2021) and of Wales, as in the Indices of Deprivation; else `largest`.
double areas_ranked(const WardSet& wards, double largest) {
    constexpr std::array<double, 3> england = {32482, 32844, 33755};
    constexpr std::array<double, 3> wales = {1896, 1909, 1917};
    if (wards.wards.empty() || wards.noun.singular != "LSOA") return largest;
    const auto& list = wards.wards.front().code.starts_with('W') ? wales : england;
    const auto* const at = std::ranges::lower_bound(list, largest);
    return at == list.end() ? largest : *at;
}

class Drafter {
public:
    Drafter(const WardSet& wards, const std::vector<Input>& inputs, const FoundLookup* lookup)
        : m_wards(wards), m_index(wards.wards, {}, lookup == nullptr ? nullptr : &lookup->lookup),
          m_lookup(lookup) {
        for (const auto& input : inputs) {
            if (!is_lookup(input)) study(input);
        }
    }

    Draft draft(const Boundaries& boundaries, const std::vector<IncidentFile>& incidents) {
        leave_out_other_boundaries();
        std::string body = lookup_table();
        for (const auto& table : m_tables) {
            report_choices(table);
        }
        for (const auto& table : m_tables) {
            body += denominators_of(table);
        }
        for (const auto& table : m_tables) {
            for (const auto& block : table.plan.blocks) {
                body += category_of(table, block);
            }
        }
        if (!incidents.empty()) body += incidents_of(incidents);
        if (m_draft.categories == 0) body += denominators_as_categories();
        for (const auto& table : m_tables) {
            report_join(*table.input);
        }
        m_draft.toml = head(boundaries) + body;
        return std::move(m_draft);
    }

private:
    void choose(const Input& input, const std::string& choice) {
        auto line = named(input) + ": " + choice;
        const bool is_new = std::ranges::find(m_draft.choices, line) == m_draft.choices.end();
        if (is_new) m_draft.choices.push_back(std::move(line));
    }
    void leave_out(const Input& input, const std::string& reason) {
        m_draft.left_out.push_back(named(input) + ": " + reason);
    }

    void report_join(const Input& input) {
        if (const auto join = m_joins.find(&input); join != m_joins.end()) {
            choose(input, join->second);
        }
        if (const auto fault = m_faults.find(&input); fault != m_faults.end()) {
            choose(input, "check will report: " + fault->second);
        }
    }

    void study(const Input& input) {
        Studied studied{&input, find_roles(input.table, m_index, m_wards.wards.size()), {}};
        const auto& roles = studied.roles;
        for (const auto& column : roles.columns) {
            m_draft.evidence.push_back({input.written, input.sheet,
                                        input.table.columns[column.column],
                                        std::string(name_of(column.role)), column.evidence});
            if (column.evidence.starts_with("several columns have the name")) {
                leave_out(input, column.evidence);
            } else if (column.evidence.starts_with("figures with decimal commas")) {
                leave_out(input, text::quoted(input.table.columns[column.column]) + ": " +
                                     column.evidence);
            }
        }
        if (roles.keys.empty()) {
            leave_out(input, fmt::format("no column names {} of the map", m_wards.noun.plural));
            return;
        }
        const double largest = largest_rank(input.table, roles);
        studied.plan =
            plan_table(input.table, roles, title_of_table(input), areas_ranked(m_wards, largest));
        const bool has_figures = std::ranges::any_of(
            roles.columns, [](const ColumnRole& column) { return column.role == Role::figure; });
        if (studied.plan.blocks.empty() && !has_figures) {
            leave_out(input, studied.plan.left_out.empty()
                                 ? "no column with figures that can be mapped"
                                 : studied.plan.left_out.front());
            return;
        }
        if (m_area.empty()) m_area = roles.area_name;
        m_tables.push_back(std::move(studied));
    }

    [[nodiscard]] bool is_lookup(const Input& input) const {
        return m_lookup != nullptr && input.written == m_lookup->written &&
               input.sheet == m_lookup->sheet;
    }

    std::string lookup_table() {
        if (m_lookup == nullptr) return {};
        m_draft.choices.push_back(fmt::format("{}: carries the areas of {} to those of {}",
                                              m_lookup->written, text::quoted(m_lookup->from),
                                              text::quoted(m_lookup->to)));
        auto s = fmt::format("\n[lookup]\ntable = {}\n", toml_text(m_lookup->written));
        if (!m_lookup->sheet.empty()) s += fmt::format("sheet = {}\n", toml_text(m_lookup->sheet));
        return s + fmt::format("from = {}\nto = {}\n", toml_text(m_lookup->from),
                               toml_text(m_lookup->to));
    }

    /// Tables that name too few areas of the map and cannot be joined, if others can be mapped:
    /// they are of other boundaries, and would stop the others.
    void leave_out_other_boundaries() {
        std::map<const Input*, std::string> faults;
        for (const auto& table : m_tables) {
            const bool few = 10 * table.roles.areas < 9 * m_wards.wards.size();
            if (few && !table.plan.blocks.empty()) {
                const auto& block = table.plan.blocks.front();
                (void)key_that_joins(table, block, *block.figure);
            }
            const auto fault = m_faults.find(table.input);
            if (few && fault != m_faults.end()) faults[table.input] = fault->second;
        }
        if (faults.size() == m_tables.size()) return;
        for (const auto& [input, fault] : faults) {
            leave_out(*input, fault);
        }
        std::erase_if(m_tables, [&](const Studied& table) { return faults.contains(table.input); });
    }

    static double largest_rank(const tables::Table& table, const Roles& roles) {
        double largest = 0;
        for (const auto& column : roles.columns) {
            if (column.role == Role::figure && is_rank(table.columns[column.column])) {
                largest = std::max(largest, column.largest);
            }
        }
        return largest;
    }

    void report_choices(const Studied& table) {
        const auto& roles = table.roles;
        const auto& key = roles.columns[roles.keys.front()];
        choose(*table.input,
               fmt::format("{} ({})", text::quoted(table.input->table.columns[key.column]),
                           key.evidence));
        if (roles.where) {
            choose(*table.input,
                   fmt::format("only rows whose {} is {}", text::quoted(roles.where->column),
                               text::quoted(roles.where->values.front())));
        }
        std::set<std::string> seen;
        for (const auto& choice : table.plan.choices) {
            if (seen.insert(choice).second) choose(*table.input, choice);
        }
        for (const auto& reason : table.plan.left_out) {
            if (seen.insert(reason).second) leave_out(*table.input, reason);
        }
    }

    std::string head(const Boundaries& boundaries) {
        std::string s =
            "# A first project file, made by wardmap new. Check the lines marked "
            "\"guessed\".\n# Every key is explained in docs/project-file.md.\n\n[project]\n";
        if (m_area.empty()) m_area = district_of_map();
        s += fmt::format("title = {}\n", toml_text(m_area.empty() ? "Untitled" : m_area));
        if (!m_area.empty()) {
            s += fmt::format("area = {} # guessed: the name used for totals\n", toml_text(m_area));
            m_draft.choices.push_back(fmt::format("the whole area is {}", m_area));
        }
        s += fmt::format("\n[boundaries]\nsource = {}\n", toml_text(boundaries.written));
        for (const auto& [key, value, guessed] :
             {std::tuple{"layer", boundaries.layer, false},
              {"where", boundaries.where, boundaries.where_found},
              {"crs", boundaries.crs, boundaries.crs_assumed}}) {
            if (value.empty()) continue;
            s += fmt::format("{} = {}{}\n", key, toml_text(value), guessed ? " # guessed" : "");
        }
        s += fmt::format("code = {}\nname = {}\n", toml_text(m_wards.code_field),
                         toml_text(m_wards.name_field));
        if (m_wards.noun.singular != AreaNoun().singular) {
            s += fmt::format("area_nouns = {} # after their codes\n",
                             toml_list({m_wards.noun.singular, m_wards.noun.plural}));
        }
        return s;
    }

    /// The name of the district of all areas; empty if there are several.
    [[nodiscard]] std::string district_of_map() const {
        std::string name;
        for (const auto& ward : m_wards.wards) {
            const auto own = std::ranges::find_if(ward.district, [](const std::string& text) {
                return !join::looks_like_code(text);
            });
            if (own == ward.district.end() || (!name.empty() && *own != name)) return {};
            name = *own;
        }
        return name;
    }

    static std::string source_of(const Input& input) {
        return fmt::format("table = {}\n", toml_text(input.written)) +
               (input.sheet.empty() ? "" : fmt::format("sheet = {}\n", toml_text(input.sheet)));
    }

    static std::string where_of(const std::vector<join::Filter>& filters,
                                const std::string& each_of = "") {
        std::vector<std::string> parts;
        for (const auto& filter : filters) {
            parts.push_back(fmt::format("{} = {}", toml_key(filter.column),
                                        filter.values.size() == 1 ? toml_text(filter.values.front())
                                                                  : toml_list(filter.values)));
        }
        if (!each_of.empty()) parts.push_back(fmt::format("{} = \"{{}}\"", toml_key(each_of)));
        return parts.empty() ? "" : fmt::format("where = {{ {} }}\n", text::join(parts, ", "));
    }

    std::string denominators_of(const Studied& table) {
        std::string s;
        if (!table.plan.one_row) return s;
        for (const auto& column : table.roles.columns) {
            const auto& name = table.input->table.columns[column.column];
            const auto word =
                denominator_word(is_uninformative(name) ? title_of_table(*table.input) : name);
            if (column.role != Role::figure || !column.whole || word.empty() ||
                m_denominators.contains(word)) {
                continue;
            }
            Block block;
            block.where = table.plan.where;
            block.values = {name};
            const auto key = key_that_joins(table, block, column);
            const auto period = table.plan.period.empty() ? "" : ", " + table.plan.period;
            s += fmt::format("\n[denominator.{}]\n{}", word, source_of(*table.input));
            if (!key.empty()) s += fmt::format("key = {}\n", toml_text(key));
            s += where_of(block.where);
            s += fmt::format(
                "value = {}\nlabel = {}\n", toml_text(name),
                toml_text((text::fold_case(name).find(word) == std::string::npos ? word
                                                                                 : title_of(name)) +
                          period));
            m_denominators[word] = {&table, &column};
            choose(*table.input, fmt::format("rates are per {}: column {}", word, name));
        }
        return s;
    }

    [[nodiscard]] bool is_denominator(const Studied& table, const Block& block) const {
        return std::ranges::any_of(m_denominators, [&](const auto& one) {
            const auto& [of, column] = one.second;
            return of == &table && block.values.size() == 1 && block.each.empty() &&
                   block.values.front() == table.input->table.columns[column->column];
        });
    }

    std::string new_id(const std::string& name) { return unique_id(slug(name), m_ids); }

    std::string incidents_of(const std::vector<IncidentFile>& files) {
        auto drafted = draft_incidents(m_wards, files, m_denominators.contains("residents"));
        m_draft.categories += drafted.categories;
        std::ranges::move(drafted.choices, std::back_inserter(m_draft.choices));
        std::ranges::move(drafted.left_out, std::back_inserter(m_draft.left_out));
        return drafted.toml;
    }

    std::string category_of(const Studied& table, const Block& block) {
        if (is_denominator(table, block)) return {};
        m_draft.categories += block.categories();
        const auto key = key_that_joins(table, block, *block.figure);
        const bool of_words = !block.each.empty() && !block.each_of.empty();
        auto s = fmt::format("\n[[category]]\nid = {}\ntitle = {}\n{}",
                             toml_text(new_id(block.name) + (block.each.empty() ? "" : "-{}")),
                             toml_text(block.title), source_of(*table.input));
        if (!key.empty()) s += fmt::format("key = {}\n", toml_text(key));
        if (!block.each.empty()) s += fmt::format("each = {}\n", toml_list(block.each));
        s += where_of(block.where, of_words ? block.each_of : "");
        if (block.values.size() == 1) s += fmt::format("value = {}\n", toml_text(block.values[0]));
        if (block.values.size() > 1) s += fmt::format("value = {}\n", toml_list(block.values));
        if (!block.steps.empty()) s += fmt::format("steps = {}\n", toml_text(block.steps));
        const bool long_series = !block.steps.empty() && block.steps != "columns";
        if (block.sum || long_series) {
            s += "duplicates = \"sum\" # guessed: several rows of an area are added up\n";
        }
        if (block.missing_is_zero) s += "if_row_missing = \"zero\" # guessed: no row has 0\n";
        if (!block.unit.empty()) s += fmt::format("unit = {}\n", toml_text(block.unit));
        if (!block.period.empty()) s += fmt::format("period = {}\n", toml_text(block.period));
        return s + suppression_of(table, block) + measure_of(block);
    }

    /// Used if nothing else can be mapped.
    std::string denominators_as_categories() {
        std::string s;
        for (const auto& [word, of] : m_denominators) {
            const auto& [table, column] = of;
            Block block;
            block.name = word;
            block.title = title_of(table->input->table.columns[column->column]);
            block.where = table->plan.where;
            block.values = {table->input->table.columns[column->column]};
            block.unit = word;
            block.period = table->plan.period;
            block.figure = column;
            const auto id = new_id(word);
            ++m_draft.categories;
            s += fmt::format("\n[[category]]\nid = {}\ntitle = {}\n{}", toml_text(id),
                             toml_text(block.title), source_of(*table->input));
            s += where_of(block.where);
            s += fmt::format("value = {}\nunit = {}\n", toml_text(block.values.front()),
                             toml_text(block.unit));
            if (!block.period.empty()) s += fmt::format("period = {}\n", toml_text(block.period));
            s += "measure = \"density\" # guessed\n";
        }
        return s;
    }

    /// Of a count that is withheld an interval is known, of a mean nothing.
    std::string suppression_of(const Studied& table, const Block& block) {
        const auto& marks = block.figure->marks;
        if (marks.empty()) return {};
        std::vector<MarkMeaning> meanings;
        for (const auto& mark : marks) {
            auto meaning = meaning_of_mark(mark, table.input->table);
            const bool withheld = meaning.kind == MarkMeaning::Kind::withheld;
            if (withheld && block.measure != "count") meaning = {MarkMeaning::Kind::missing, ""};
            report_meaning(*table.input, mark, meaning, withheld);
            meanings.push_back(std::move(meaning));
        }
        const bool one_scheme = std::ranges::all_of(meanings, [&](const MarkMeaning& meaning) {
            return meaning.kind == MarkMeaning::Kind::withheld && meaning == meanings.front();
        });
        if (one_scheme) {
            return fmt::format("suppression = {{ scheme = {}, shown_as = {} }} # guessed\n",
                               toml_text(meanings.front().scheme), toml_list(marks));
        }
        std::vector<std::string> parts;
        for (std::size_t i = 0; i < marks.size(); ++i) {
            parts.push_back(toml_text(marks[i]) + " = " + value_of(meanings[i]));
        }
        return fmt::format("suppression = {{ marks = {{ {} }} }} # guessed\n",
                           text::join(parts, ", "));
    }

    void report_meaning(const Input& input, const std::string& mark, const MarkMeaning& meaning,
                        bool withheld) {
        const auto quoted = text::quoted(mark);
        switch (meaning.kind) {
        case MarkMeaning::Kind::withheld:
            choose(input, fmt::format("{} is withheld after the scheme {} of its notes", quoted,
                                      meaning.scheme));
            return;
        case MarkMeaning::Kind::zero:
            choose(input, quoted + " is 0 after its notes");
            return;
        case MarkMeaning::Kind::missing:
            choose(input,
                   quoted + (withheld ? " is withheld; of rates and scores that leaves nothing "
                                        "known, so there they are missing"
                                      : " is missing after its notes"));
            return;
        case MarkMeaning::Kind::unexplained:
            choose(input, fmt::format("no note explains {}; taken as not supplied", quoted));
            return;
        }
    }

    static std::string value_of(const MarkMeaning& meaning) {
        if (meaning.kind == MarkMeaning::Kind::zero) return "\"zero\"";
        if (meaning.kind != MarkMeaning::Kind::withheld) return "\"missing\"";
        const auto& scheme = meaning.scheme;
        const auto dash = scheme.find('-');
        if (dash != std::string::npos) {
            return fmt::format("[{}, {}]", scheme.substr(0, dash), scheme.substr(dash + 1));
        }
        const auto end = std::stoi(scheme.substr(2));
        return fmt::format("[0, {}]", scheme.starts_with("lt") ? end - 1 : end);
    }

    std::string measure_of(const Block& block) {
        if (block.measure == "rank") {
            return fmt::format("measure = \"rank\"\nof = {} # guessed: as many as were ranked\n",
                               text::shortest(block.of));
        }
        if (block.measure == "mean") return "measure = \"mean\" # guessed\n";
        if (m_denominators.contains("residents")) {
            return "measure = \"rate\" # guessed\ndenominator = \"residents\"\n";
        }
        return "measure = \"count\"\n";
    }

    /// The key to write: "" if the detected one joins, or none does (check reports why); else the
    /// first that joins. Found for the first figures of a table.
    std::string key_that_joins(const Studied& table, const Block& block, const ColumnRole& figure) {
        const auto [at, is_new] = m_keys.try_emplace(table.input);
        if (is_new) at->second = find_key(table, block, figure);
        return at->second;
    }

    std::string find_key(const Studied& table, const Block& block, const ColumnRole& figure) {
        std::vector<std::string> keys = {""};
        for (const auto key : table.roles.keys) {
            keys.push_back(table.input->table.columns[key]);
        }
        std::string fault;
        for (const auto& key : keys) {
            try {
                (void)join::join_table(table.input->table, m_wards, request_of(block, figure, key));
                if (!key.empty())
                    m_joins[table.input] = fmt::format("joined by {}: {}", key, fault);
                return key;
            } catch (const InputError& error) {
                if (fault.empty()) fault = error.findings().front().found;
            }
        }
        m_faults[table.input] = fault;
        return "";
    }

    [[nodiscard]] join::Request request_of(const Block& block, const ColumnRole& figure,
                                           const std::string& key) const {
        join::Request request;
        if (!key.empty()) request.keys = {key};
        request.values = block.values;
        if (block.values.empty()) request.values = {block.each.front()};
        request.where = block.where;
        if (!block.each_of.empty()) request.where.push_back({block.each_of, {block.each.front()}});
        if (block.sum || !block.steps.empty()) request.duplicates = join::Duplicates::sum;
        if (block.missing_is_zero) request.if_row_missing = join::MissingRow::zero;
        request.kind = tables::FigureKind::number;
        request.additive = false;
        request.area = m_area;
        if (m_lookup != nullptr) request.lookup = &m_lookup->lookup;
        for (const auto& mark : figure.marks) {
            request.marks.push_back({mark, 0, 0, tables::Mark::Meaning::missing});
        }
        return request;
    }

    const WardSet& m_wards;
    join::WardIndex m_index;
    std::vector<Studied> m_tables;
    std::string m_area;
    std::map<std::string, std::pair<const Studied*, const ColumnRole*>> m_denominators;
    std::set<std::string> m_ids;
    const FoundLookup* m_lookup;
    std::map<const Input*, std::string> m_keys;   // to be written
    std::map<const Input*, std::string> m_joins;  // by another key than the detected one, and why
    std::map<const Input*, std::string> m_faults; // of tables that no key joins
    Draft m_draft;
};

/// Finds the district that a table is about, in boundaries of many districts.
class DistrictFinder {
public:
    explicit DistrictFinder(const WardSet& wards)
        : m_wards(wards), m_index(wards.wards, {}, nullptr) {
        for (std::size_t i = 0; i < wards.wards.size(); ++i) {
            const auto& ward = wards.wards[i];
            m_named[join::fold_name(ward.plain_name.empty() ? ward.name : ward.plain_name)]
                .push_back(i);
            for (const auto& district : ward.district) {
                ++m_sizes[district];
            }
        }
    }

    [[nodiscard]] std::string find(const std::vector<Input>& inputs) const {
        std::string found;
        std::size_t of_it = 0;
        for (const auto& input : inputs) {
            const auto own = district_of(input.table);
            if (own.empty()) continue; // of a wider area, such as a national table
            if (!found.empty() && own != found) return {};
            found = own;
            ++of_it;
        }
        return 2 * of_it >= inputs.size() ? found : std::string();
    }

private:
    /// The areas that a column names, including names shared by several districts.
    [[nodiscard]] std::vector<std::set<std::size_t>> named_by(const tables::Table& table,
                                                              std::size_t column) const {
        std::vector<std::set<std::size_t>> named;
        std::set<std::string> seen;
        for (const auto& row : table.rows) {
            const auto& text = row.cells[column];
            if (text.empty() || !seen.insert(text).second) continue;
            const auto match = m_index.find(text);
            const auto same = m_named.find(join::fold_name(text));
            if (same != m_named.end()) {
                named.emplace_back(same->second.begin(), same->second.end());
            } else if (match) {
                named.push_back({match->ward});
            }
        }
        return named;
    }

    /// The district with nearly all of the areas that a table names, and most of whose own areas
    /// are named.
    [[nodiscard]] std::string district_of(const tables::Table& table) const {
        std::string best;
        std::size_t most = 0;
        for (std::size_t c = 0; c < table.columns.size(); ++c) {
            const auto named = named_by(table, c);
            std::map<std::string, std::size_t> counts;
            for (const auto& areas : named) {
                std::set<std::string> districts;
                for (const auto area : areas) {
                    const auto& own = m_wards.wards[area].district;
                    districts.insert(own.begin(), own.end());
                }
                for (const auto& district : districts) {
                    ++counts[district];
                }
            }
            for (const auto& [district, count] : counts) {
                const bool nearly_all = 10 * count >= 9 * named.size();
                const bool most_of_it = 4 * count >= 3 * m_sizes.at(district);
                const bool part = 10 * m_sizes.at(district) < 9 * m_wards.wards.size();
                if (!nearly_all || !most_of_it || !part || count <= most) continue;
                most = count;
                best = district;
            }
        }
        return best;
    }

    const WardSet& m_wards;
    join::WardIndex m_index;
    std::map<std::string, std::vector<std::size_t>> m_named; // folded
    std::map<std::string, std::size_t> m_sizes;              // areas of each district
};

} // namespace

std::string district_of_tables(const WardSet& wards, const std::vector<Input>& inputs) {
    return DistrictFinder(wards).find(inputs);
}

Draft draft_project(const WardSet& wards, const Boundaries& boundaries,
                    const std::vector<Input>& inputs, const FoundLookup* lookup,
                    const std::vector<IncidentFile>& incidents) {
    auto draft = Drafter(wards, inputs, lookup).draft(boundaries, incidents);
    if (draft.categories > 0) return draft;
    throw InputError(
        Finding{.severity = Severity::error,
                .found = "no column with figures was found that could be mapped" +
                         (draft.left_out.empty() ? "" : ": " + text::some(draft.left_out)),
                .expected = "a table with a column of codes or names, and one of figures"});
}

} // namespace wardmap::draft
