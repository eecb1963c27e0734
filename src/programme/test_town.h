#pragma once
// For the tests of programme, call and project: a world on a test's database, the real data files, and files broken at
// one place.
#include <algorithm>
#include <fstream>
#include <iterator>
#include <memory>
#include <optional>
#include <string>

#include "cast.h"
#include "flow/act.h"
#include "programme/source.h"

namespace vastin::programme {

/// The file `name` of programmes/kokkola.
inline SourceFile real_file(const std::string& name) {
    std::ifstream file(cast::source() + "/programmes/kokkola/" + name, std::ios::binary);
    return {name, {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()}};
}

/// `file` with `there`, which stands in it once, replaced by `instead`.
inline SourceFile broken(SourceFile file, const std::string& there, const std::string& instead) {
    const auto at = file.text.find(there);
    EXPECT_NE(at, std::string::npos) << there << " does not stand in " << file.name;
    EXPECT_EQ(file.text.find(there, at + 1), std::string::npos) << there << " stands more than once";
    if (at != std::string::npos) {
        file.text.replace(at, there.size(), instead);
    }
    return file;
}

/// The line of `file` on which `text` begins.
inline int line_of(const SourceFile& file, const std::string& text) {
    const auto at = file.text.find(text);
    EXPECT_NE(at, std::string::npos) << text;
    return 1 +
           static_cast<int>(std::count(file.text.begin(), file.text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
}

/// A way of breaking a file, and the only fault that must come of it.
struct Break {
    std::string name;            // for the reader
    std::string there, instead;  // what is replaced
    std::string at;              // text on the line that must be named
    std::string key, message;    // as the fault must say it; of the message a part
};

/// Expects that `load` (SourceFile, kit::Faults&) tells exactly the one fault of `way`.
template <class Load>
void expect_fault(const SourceFile& whole, const Break& way, Load&& load) {
    const SourceFile file = broken(whole, way.there, way.instead);
    kit::Faults faults;
    load(file, faults);
    ASSERT_EQ(faults.all.size(), 1U) << way.name << "\n" << faults.text();
    EXPECT_EQ(faults.all[0].file, file.name) << way.name;
    EXPECT_EQ(faults.all[0].line, line_of(file, way.at)) << way.name << "\n" << faults.text();
    EXPECT_EQ(faults.all[0].key, way.key) << way.name;
    EXPECT_NE(faults.all[0].message.find(way.message), std::string::npos) << way.name << "\n" << faults.text();
}

/// What acts run on, without templates.
class Town : public cast::OnBothDatabases {
  protected:
    void SetUp() override {
        cast::OnBothDatabases::SetUp();
        words_ = std::make_unique<kit::Words>(cast::build() + "/texts", Zone("Europe/Helsinki"));
        templates_ = std::make_unique<kit::Templates>(cast::fresh_folder(), *words_, true);
        world_ = std::make_unique<flow::World>(
            flow::World{database(), clock_, *words_, *templates_, {}, false, true, "https://tuki.example.fi"});
    }
    /// Runs `deed` as the command line at the town's first instant.
    template <class Deed>
    auto act(Deed&& deed) {
        return flow::perform(*world_, {"", "command line"}, Instant{1746165600000}, std::forward<Deed>(deed));
    }
    /// What `f` gives in a reading transaction.
    template <class Read>
    auto read(Read&& f) {
        std::optional<decltype(f(std::declval<kit::Transaction&>()))> result;
        database().read([&](kit::Transaction& t) { result.emplace(f(t)); });
        return std::move(*result);
    }

  private:
    kit::Clock clock_;
    std::unique_ptr<kit::Words> words_;
    std::unique_ptr<kit::Templates> templates_;
    std::unique_ptr<flow::World> world_;
};

}  // namespace vastin::programme
