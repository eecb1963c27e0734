#include "registry/statement.h"

namespace vastin::registry {

const StatementFacts statement_facts{
    *Date::of(2026, 11, 24),
    {"Liikenne- ja viestintävirasto Traficom",
     "Transport- och kommunikationsverket Traficom",
     "Finnish Transport and Communications Agency Traficom"},
    "https://www.saavutettavuusvaatimukset.fi/",
};

}  // namespace vastin::registry
