// Numbers, names, the register file.
#include "organisation/organisation_load.h"

#include <fstream>
#include <iterator>

#include "cast.h"

namespace vastin::organisation {
namespace {

std::string real_text() {
    std::ifstream file(cast::source() + "/programmes/kokkola/organisations.toml", std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

TEST(Numbers, OfAnAssociationAreShortAndWithoutHyphen) {
    using Register = Number::Register;
    EXPECT_EQ(read_number("1097805-3"), (Number{Register::business, "1097805-3"}));
    EXPECT_EQ(read_number(" FI10978053 "), (Number{Register::business, "1097805-3"}));
    EXPECT_EQ(read_number("244629-2"), (Number{Register::business, "0244629-2"}));
    EXPECT_EQ(read_number("123.456"), (Number{Register::association, "123.456"}));
    EXPECT_EQ(read_number("8564"), (Number{Register::association, "8.564"}));
    for (const char* wrong : {"", "1097805-4", "1234567", "Centria", ".", "-"}) {
        EXPECT_FALSE(read_number(wrong).has_value()) << wrong;
    }
}

TEST(Kinds, AreReadAsTheyAreWrittenAndHaveAName) {
    for (const Kind kind : kinds) {
        EXPECT_EQ(read_kind(code(kind)), kind);
        EXPECT_FALSE(name(kind).empty());
    }
    EXPECT_EQ(read_kind("guild"), std::nullopt);
}

TEST(Names, AreComparedInSmallLettersWithOneSpaceBetweenWords) {
    EXPECT_EQ(folded("  Jyväskylän \t YLIOPISTO\xC2\xA0"), "jyväskylän yliopisto");
    EXPECT_EQ(folded("ÅBO ÄÖ ÉŠŽ ×"), "åbo äö éšž ×");
    EXPECT_EQ(folded("Cent\xE2\x80\x8Bria"), "centria");
    EXPECT_EQ(folded("\xFF\xC3"), "") << "what is no text is left out";
    EXPECT_EQ(folded(folded("Yrkeshögskolan CENTRIA")), "yrkeshögskolan centria");
}

TEST(RegisterFile, OfKokkolaHoldsTheRealOnes) {
    kit::Faults faults;
    std::string all;
    for (const Entry& entry : load("organisations.toml", real_text(), faults)) {
        all += entry.number.text + " " + std::string(code(entry.kind)) + " " + entry.name.fi + "\n";
        for (const Localised& unit : entry.units) {
            all += "  " + unit.en + "\n";
        }
    }
    EXPECT_EQ(faults.text(), "");
    EXPECT_EQ(all,
              "0245895-5 university Oulun yliopisto\n"
              "0245894-7 university Jyväskylän yliopisto\n"
              "  Kokkola University Consortium Chydenius\n"
              "1097805-3 university-of-applied-sciences Centria-ammattikorkeakoulu\n"
              "0208916-8 joint-authority Keski-Pohjanmaan koulutusyhtymä KPEDU\n"
              "0244629-2 research-institute Luonnonvarakeskus (Luke)\n"
              "0244680-7 research-institute Geologian tutkimuskeskus (GTK)\n");
}

TEST(RegisterFile, TellsEachFaultWithItsPlace) {
    struct Way {
        const char *there, *instead, *fault;
    };
    const Way ways[]{
        {"1097805-3", "1097805-4", "[3].business_id: expected a business ID such as 0245895-5"},
        {"1097805-3", "10978053", "[3].business_id: expected a business ID such as 0245895-5"},
        {"0245895-5", "0244680-7", "[6].business_id: \"0244680-7\" stands twice"},
        {"\"joint-authority\"", "\"guild\"", "[4].kind: expected one of university, "},
        {"sv = \"Karleby universitetscenter Chydenius\", ", "", "[2].units[1].name"},
        {"business_id = \"0208916-8\"", "association_number = \"1234567\"", "[4].association_number: expected an asso"},
        {"business_id = \"0208916-8\"",
         "association_number = \"123.456\"\nbusiness_id = \"0208916-8\"",
         "[4].association_number: an organisation with a business ID is known by it alone"},
        {"kind = \"joint-authority\"", "kind = \"joint-authority\"\ncolour = \"red\"", "[4].colour"},
        {"[[organisations.units]]",
         "[[organisations.units]]\nname = { fi = \"KOKKOLAN  yliopistokeskus Chydenius\", sv = \"a\", en = \"b\" }\n"
         "[[organisations.units]]",
         "[2].units[2].name: \"Kokkolan yliopistokeskus Chydenius\" stands twice"},
    };
    for (const Way& way : ways) {
        std::string text = real_text();
        const auto at = text.find(way.there, text.find("[[organisations]]"));
        ASSERT_NE(at, std::string::npos) << way.there;
        text.replace(at, std::string(way.there).size(), way.instead);
        kit::Faults faults;
        load("organisations.toml", text, faults);
        EXPECT_NE(faults.text().find(way.fault), std::string::npos) << way.instead << "\n" << faults.text();
        EXPECT_FALSE(faults.none());
    }
}

}  // namespace
}  // namespace vastin::organisation
