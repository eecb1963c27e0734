#include "kit/toml.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "base/nearest.h"
#include "kit/limits.h"
#include "kit/toml_meant.h"
#include "kit/toml_node.h"

namespace vastin::kit {

namespace {

const toml::table nothing;

}  // namespace

struct Toml::Inside {
    struct Document {
        std::string file, text;
        Faults* faults = nullptr;
        toml::table root;
        std::map<const toml::table*, std::set<std::string, std::less<>>> asked;  // tables opened, and keys asked there
    };
    std::shared_ptr<Document> document;
    const toml::table* table = nullptr;
    std::string path;
    Place begins;
    bool silent = false;  // its absence was told already: nothing below is told again

    std::string path_of(std::string_view key) const {
        return path.empty() || key.empty() ? path + std::string(key) : path + "." + std::string(key);
    }
    const toml::node* find(std::string_view key) const {
        document->asked[table].emplace(key);
        return table->get(key);
    }
    /// The value, or the key of a table or list; where there is none, the table itself.
    Place place_of(std::string_view key) const {
        for (const auto& [name, value] : *table) {
            if (name.str() == key) {
                return place_at(value.is_table() || value.is_array() ? name.source() : value.source());
            }
        }
        return begins;
    }
    void fault_at(Place at, std::string_view key, std::string message, const Phrase& said = {}) const {
        if (!silent) {
            document->faults->all.push_back({document->file, at.line, at.column, path_of(key), legible(message), said});
        }
    }
    void fault(std::string_view key, const Phrase& said) const { fault_at(place_of(key), key, plain(said), said); }
    void expected(std::string_view key, const Phrase& what, const toml::node* found) const {
        const auto* text = found == nullptr ? nullptr : found->as_string();
        const std::string instead = text == nullptr ? "" : meant_in_text(plain(what), text->get());
        fault(key,
              found == nullptr  ? say("expected {0}, found nothing", what)
              : instead.empty() ? say("expected {0}, found {1}", what, shown(*found))
                                : say("expected {0}, found {1}; did you mean {2}?", what, shown(*found), instead));
    }
    /// What `read` makes of the value at `key`; a fault when it makes nothing, or when a needed key is missing.
    template <class T, class Read>
    std::optional<T> value(std::string_view key, bool needed, const Phrase& what, Read&& read) const {
        const toml::node* node = find(key);
        if (node == nullptr) {
            if (needed) {
                expected(key, what, nullptr);
            }
            return std::nullopt;
        }
        std::optional<T> made = read(*node);
        if (!made) {
            expected(key, what, node);
        }
        return made;
    }
    Toml below(const toml::table& inner, std::string inner_path, Place at) const {
        document->asked[&inner];
        Toml made;
        made.inside_ = std::make_shared<Inside>(Inside{document, &inner, std::move(inner_path), at, silent});
        return made;
    }
    void finish(const toml::table& at, const std::string& at_path) const;

    std::optional<std::string> text(std::string_view key, bool needed) const {
        auto made =
            value<std::string>(key, needed, say("a text"), [](const toml::node& node) -> std::optional<std::string> {
                const auto* text = node.as_string();
                const bool good = text != nullptr && text->get().find_first_not_of(" \t\n") != std::string::npos &&
                                  text->get().find('\0') == std::string::npos;
                return good ? std::optional(text->get()) : std::nullopt;
            });
        if (const auto why = made ? unfit(*made) : std::nullopt) {
            fault(key, *why);
        }
        return made;
    }
    std::optional<Money> euros(std::string_view key, bool needed) const {
        return value<Money>(key,
                            needed,
                            say("euros such as 560000 or \"560000.50\""),
                            [](const toml::node& node) -> std::optional<Money> {
                                if (const auto* text = node.as_string()) {
                                    return read_euros(text->get());
                                }
                                const auto* number = node.as_integer();
                                const bool good = number != nullptr && number->get() >= 0 &&
                                                  number->get() <= largest_sum.count() / 100;
                                return good ? std::optional(Money::euros(number->get())) : std::nullopt;
                            });
    }
    std::optional<Share> percent(std::string_view key, bool needed) const {
        return value<Share>(key,
                            needed,
                            say("percent from 0 to 100 such as 60 or 7.5"),
                            [](const toml::node& node) -> std::optional<Share> {
                                const auto number = node.value<double>();
                                if (!node.is_number() || !number || !(*number >= 0 && *number <= 100)) {
                                    return std::nullopt;
                                }
                                const double points = std::round(*number * 100);
                                return std::abs(*number * 100 - points) < 1e-6
                                           ? std::optional(Share{static_cast<std::int32_t>(points)})
                                           : std::nullopt;
                            });
    }
    std::optional<Date> day(std::string_view key, bool needed) const {
        return value<Date>(
            key, needed, say("a day such as 2025-11-01"), [](const toml::node& node) -> std::optional<Date> {
                const auto* day = node.as_date();
                return day == nullptr ? std::nullopt : Date::of(day->get().year, day->get().month, day->get().day);
            });
    }
    std::optional<Localised> words(std::string_view key, bool needed, const Toml& self) const {
        const auto inner = needed ? std::optional(self.table(key)) : self.table_if(key);
        return inner ? std::optional(Localised{inner->text("fi"), inner->text("sv"), inner->text("en")}) : std::nullopt;
    }
};

void Toml::Inside::finish(const toml::table& at, const std::string& at_path) const {
    const auto opened = document->asked.find(&at);
    if (opened == document->asked.end()) {
        return;  // its kind was wrong, which is told already
    }
    const std::vector<std::string> known(opened->second.begin(), opened->second.end());
    const auto told = [&](std::string_view key) {
        const std::string near = nearest(key, known);
        std::string all;
        for (const std::string& one : known) {
            all += (all.empty() ? "" : ", ") + one;
        }
        return !near.empty()   ? say("unknown key; did you mean \"{0}\"?", near)
               : known.empty() ? say("unknown key")
                               : say("unknown key; known here: {0}", all);
    };
    for (const auto& [key, value] : at) {
        const std::string path_here = (at_path.empty() ? "" : at_path + ".") + std::string(key.str());
        if (!opened->second.contains(key.str())) {
            const Place place = place_at(key.source());
            const Phrase said = told(key.str());
            document->faults->all.push_back(
                {document->file, place.line, place.column, legible(path_here), legible(plain(said)), said});
        } else if (const auto* table_below = value.as_table()) {
            finish(*table_below, path_here);
        } else if (const auto* array = value.as_array()) {
            for (std::size_t i = 0; i < array->size(); ++i) {
                if (const auto* element = array->get(i)->as_table()) {
                    finish(*element, path_here + "[" + std::to_string(i + 1) + "]");
                }
            }
        }
    }
}

Toml Toml::read(const std::string& file, std::string_view text, Faults& faults) {
    Toml made;
    made.inside_ = std::make_shared<Inside>();
    made.inside_->document = std::make_shared<Inside::Document>();
    auto& document = *made.inside_->document;
    document.file = file;
    document.text = text;
    document.faults = &faults;
    made.inside_->table = &document.root;
    const auto broken = [&](Place at, std::string message) {
        faults.all.push_back({file, at.line, at.column, "", std::move(message), {}});
        made.inside_->silent = true;
    };
    if (text.size() > limits::data_file) {
        broken(
            {},
            "expected at most " + std::to_string(limits::data_file) + " bytes, found " + std::to_string(text.size()));
        return made;
    }
    try {
        document.root = parse_toml(text, file);
    } catch (const toml::parse_error& error) {
        const Place at = place_at(error.source());
        broken(at, legible(error.description()) + hint_for_line(line_at(text, at.line)));
    } catch (const TomlTripped& line) {
        broken({std::stoi(line.what()), 1}, "this line is not TOML");
    }
    document.asked[&document.root];
    return made;
}

std::string Toml::text(std::string_view key) const { return inside_->text(key, true).value_or(""); }
std::optional<std::string> Toml::text_if(std::string_view key) const { return inside_->text(key, false); }

std::int64_t Toml::number(std::string_view key, std::int64_t least, std::int64_t most) const {
    const Phrase what = say("a whole number from {0} to {1}", least, most);
    return inside_
        ->value<std::int64_t>(key,
                              true,
                              what,
                              [&](const toml::node& node) -> std::optional<std::int64_t> {
                                  const auto* number = node.as_integer();
                                  const bool good =
                                      number != nullptr && number->get() >= least && number->get() <= most;
                                  return good ? std::optional(number->get()) : std::nullopt;
                              })
        .value_or(least);
}

bool Toml::truth(std::string_view key, bool unless_given) const {
    return inside_
        ->value<bool>(key,
                      false,
                      say("true or false"),
                      [](const toml::node& node) -> std::optional<bool> {
                          const auto* truth = node.as_boolean();
                          return truth == nullptr ? std::nullopt : std::optional(truth->get());
                      })
        .value_or(unless_given);
}

Money Toml::euros(std::string_view key) const { return inside_->euros(key, true).value_or(Money()); }
std::optional<Money> Toml::euros_if(std::string_view key) const { return inside_->euros(key, false); }
Share Toml::percent(std::string_view key) const { return inside_->percent(key, true).value_or(Share()); }
std::optional<Share> Toml::percent_if(std::string_view key) const { return inside_->percent(key, false); }
Date Toml::day(std::string_view key) const { return inside_->day(key, true).value_or(Date()); }
std::optional<Date> Toml::day_if(std::string_view key) const { return inside_->day(key, false); }

LocalTime Toml::time(std::string_view key) const {
    return inside_
        ->value<LocalTime>(key, true, say("a local time such as 2025-06-02T16:15:00, without an offset"), local_time)
        .value_or(LocalTime());
}

std::vector<LocalTime> Toml::times(std::string_view key) const {
    const auto read_them = [](const toml::node& node) -> std::optional<std::vector<LocalTime>> {
        std::vector<LocalTime> all;
        const auto* array = node.as_array();
        for (std::size_t i = 0; array != nullptr && i < array->size(); ++i) {
            const auto time = local_time(*array->get(i));
            if (!time) {
                return std::nullopt;
            }
            all.push_back(*time);
        }
        return array == nullptr ? std::nullopt : std::optional(all);
    };
    return inside_
        ->value<std::vector<LocalTime>>(key, false, say("a list of local times such as 2025-06-02T16:15:00"), read_them)
        .value_or(std::vector<LocalTime>());
}

Localised Toml::words(std::string_view key) const { return inside_->words(key, true, *this).value_or(Localised()); }
std::optional<Localised> Toml::words_if(std::string_view key) const { return inside_->words(key, false, *this); }

std::vector<std::string> Toml::texts(std::string_view key) const {
    const auto read_them = [](const toml::node& node) -> std::optional<std::vector<std::string>> {
        const auto* array = node.as_array();
        if (array == nullptr) {
            return std::nullopt;
        }
        std::vector<std::string> all;
        for (const auto& element : *array) {
            const auto* text = element.as_string();
            if (text == nullptr || text->get().empty() || text->get().find('\0') != std::string::npos) {
                return std::nullopt;
            }
            all.push_back(text->get());
        }
        return all;
    };
    return inside_->value<std::vector<std::string>>(key, false, say("a list of texts"), read_them)
        .value_or(std::vector<std::string>());
}

Toml Toml::table(std::string_view key) const {
    if (auto found = table_if(key)) {
        return *found;
    }
    if (inside_->find(key) == nullptr) {
        inside_->expected(key, say("a table"), nullptr);
    }
    Toml made;
    made.inside_ = std::make_shared<Inside>(
        Inside{inside_->document, &nothing, inside_->path_of(key), inside_->place_of(key), true});
    return made;
}

std::optional<Toml> Toml::table_if(std::string_view key) const {
    const toml::node* node = inside_->find(key);
    if (node == nullptr) {
        return std::nullopt;
    }
    const auto* table = node->as_table();
    if (table == nullptr) {
        inside_->expected(key, say("a table"), node);
        return std::nullopt;
    }
    return inside_->below(*table, inside_->path_of(key), inside_->place_of(key));
}

std::vector<Toml> Toml::tables(std::string_view key) const {
    std::vector<Toml> all;
    const toml::node* node = inside_->find(key);
    const auto* array = node == nullptr ? nullptr : node->as_array();
    if (array == nullptr) {
        if (node != nullptr) {
            inside_->expected(key, say("a list of tables"), node);
        }
        return all;
    }
    for (std::size_t i = 0; i < array->size(); ++i) {
        const toml::node& element = *array->get(i);
        const std::string path = inside_->path_of(key) + "[" + std::to_string(i + 1) + "]";
        if (const auto* table = element.as_table()) {
            all.push_back(inside_->below(*table, path, place_at(element.source())));
        } else {
            inside_->expected(key, say("a list of tables"), &element);
        }
    }
    return all;
}

bool Toml::has(std::string_view key) const {
    Place at;
    return node_at(*inside_->table, key, at) != nullptr;
}

std::optional<Place> Toml::place_of(std::string_view path) const {
    Place at;
    return node_at(*inside_->table, path, at) == nullptr ? std::nullopt : std::optional(at);
}

std::vector<std::string> Toml::keys() const {
    std::vector<std::string> all;
    for (const auto& [key, value] : *inside_->table) {
        all.emplace_back(key.str());
    }
    return all;
}

std::string Toml::canonical() const { return canonical_of(*inside_->table).canonical(); }

void Toml::fault(std::string_view key, const Phrase& said) const { inside_->fault(key, said); }
void Toml::fault(std::string_view key, std::string message) const {
    inside_->fault_at(inside_->place_of(key), key, std::move(message));
}

void Toml::fault_in(std::string_view key, std::size_t offset, const Phrase& said) const {
    inside_->fault_at(place_inside(inside_->document->text, inside_->place_of(key), offset), key, plain(said), said);
}

Place Toml::place(std::string_view key) const { return inside_->place_of(key); }

void Toml::finish() const {
    if (!inside_->silent) {
        inside_->finish(*inside_->table, inside_->path);
    }
}

std::size_t Toml::faults() const { return inside_->document->faults->all.size(); }
int Toml::line() const { return inside_->begins.line; }
const std::string& Toml::file() const { return inside_->document->file; }

}  // namespace vastin::kit
