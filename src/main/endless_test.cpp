// A town whose call has no end: no page or file makes one up.
#include <regex>
#include <set>

#include "main/access_test.h"

namespace vastin::town {
namespace {

class EndlessAccess : public Access {
  protected:
    EndlessAccess()
        : Access({{"kind = \"fixed\"", "kind = \"continuous\"\nuntil_pot_empty = true"},
                  {"closes = 2025-06-02T16:15:00\n", ""},
                  {"sum = 560_000", "sum = 9_000_000"},
                  {"keys = [\"window.opens\", \"window.closes\"]", "keys = [\"window.opens\"]"}}) {}
};
INSTANTIATE_TEST_SUITE_P(Modes, EndlessAccess, testing::Values(Mode::demo, Mode::serve), [](const auto& mode) {
    return mode.param == Mode::demo ? "Demo" : "Serve";
});

TEST_P(EndlessAccess, NoPageAndNoFileSaysWhenACallWithoutEndCloses) {
    const std::regex far("[ .:\"\xA0]2199|[0-9]{3,}[ \xC2\xA0]*(years|vuotta|år|days|päivää|dagar|dygn)");
    std::set<std::string> told_so;
    for (const Line& line : lines()) {
        const std::string here = line.method == "GET" ? address(line) : "";
        for (std::size_t role = 0; role < roles.size() && !here.empty(); ++role) {
            const Visitor who = town.visitor(roles[role]);
            for (const std::string language : {"fi", "sv", "en"}) {
                const auto response = town.get(who, "/" + language + here.substr(3));
                EXPECT_EQ(told(response), line.cells[role]) << line.as;
                std::smatch found;
                EXPECT_FALSE(std::regex_search(response.body, found, far))
                    << found.str() << " in " << language << " " << line.as << " as " << who.name << ": "
                    << found.prefix().str().substr(std::max<std::ptrdiff_t>(found.prefix().length() - 200, 0));
                if (cast::holds(response, "Open until the money runs out")) {
                    told_so.insert(line.as);
                }
            }
        }
    }
    for (const char* page : {"/", "/calls", "/calls/2025", "/themes/battery", "/desk", "/applications"}) {
        EXPECT_TRUE(told_so.contains(page == std::string("/") ? "" : page)) << page << " says how long it is open";
    }
}

}  // namespace
}  // namespace vastin::town
