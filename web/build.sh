#!/bin/sh
# Rebuilds assets/: theme.css (tokens of our theme), ds.css (the parts of Designsystemet that are used), Inter (latin),
# and licences/. What it makes is committed, so that running Vastin needs no node. Written by hand: tokens.css,
# vastin.css, assets/mark.svg. Needs node 20 and the npm registry once.
set -eu
cd "$(dirname "$0")"
[ -d node_modules ] || npm ci --no-audit --no-fund
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
npx designsystemet tokens create --config designsystemet.config.json >"$work/create.log"
npx designsystemet tokens build -t design-tokens -o "$work/theme" >"$work/build.log"
rm -rf design-tokens                                   # an intermediate product; the config is the source
mkdir -p assets licences

# theme: comments and indentation out, nothing else
sed -e 's/^[[:space:]]*//' -e '/^$/d' "$work/theme/vastin.css" >assets/theme.css

# parts, each in its layer, so that vastin.css (no layer) always wins
src=node_modules/@digdir/designsystemet-css/dist/src
{
  echo '@layer ds.theme, ds.base, ds.components;'
  echo '@layer ds.base{'; cat "$src/base.css"; echo '}'
  echo '@layer ds.components{'
  for part in skip-link button label field fieldset input file-upload pagination dialog; do
    cat "$src/$part.css"; echo
  done
  echo '}'
} >assets/ds.css

cp node_modules/@fontsource-variable/inter/files/inter-latin-opsz-normal.woff2 assets/inter-latin.woff2
cp node_modules/@fontsource-variable/inter/LICENSE licences/inter.txt
cp node_modules/@digdir/designsystemet-css/LICENSE licences/designsystemet.txt
cp node_modules/lucide-static/LICENSE licences/lucide.txt    # its icons stand inline in the templates
wc -c assets/*.css assets/*.woff2
