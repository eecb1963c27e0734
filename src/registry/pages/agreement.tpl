<p class="v-eyebrow">{{YEARS}}</p>
<h1>{{NAME}}</h1>
<p class="v-lead v-gap-3">{{AIM}}</p>
<div class="v-text v-flow v-gap-4"><p>{{PURPOSE}}</p><p>{{BACKGROUND}}</p><p class="v-meta">{{#_}}Source:{{/_}} {{SOURCE}}</p>{{#WEB}}<p><a href="{{ADDRESS}}">{{#_}}The city’s page on the agreement{{/_}}</a></p>{{/WEB}}</div>
<section class="v-section" aria-labelledby="themes"><h2 id="themes">{{#_}}Themes and goals{{/_}}</h2>
{{#THEME}}<section class="v-gap-5"><h3>{{NUMBER}} <a href="{{ADDRESS}}">{{NAME}}</a></h3>
<div class="v-gap-3">{{>GOALS}}</div>
<p class="v-meta v-gap-2">{{#_}}Source:{{/_}} {{SOURCE}}</p></section>
{{/THEME}}</section>
<section class="v-section" aria-labelledby="money"><h2 id="money">{{#_}}Support to projects{{/_}}</h2>
<table class="v-table v-fold v-gap-4"><caption>{{#_}}Computed from the projects in the registry{{/_}}</caption><thead><tr><th scope="col">{{#_}}Theme{{/_}}</th><th scope="col">{{#_}}Projects{{/_}}</th><th scope="col" class="v-num">{{#_}}EU and state support{{/_}}</th></tr></thead><tbody>
{{#COMPUTED}}<tr><th scope="row">{{NAME}}</th><td data-is="{{#_}}Projects{{/_}}">{{PROJECTS}}</td><td class="v-num" data-is="{{#_}}EU and state support{{/_}}">{{SUM}}</td></tr>
{{/COMPUTED}}</tbody><tfoot><tr><th scope="row">{{#_}}Together{{/_}}</th><td data-is=""></td><td class="v-num" data-is="{{#_}}EU and state support{{/_}}">{{TOTAL}}</td></tr></tfoot></table>
<p class="v-meta v-gap-3">{{#_}}A project of two themes counts in both; its support is divided by their shares.{{/_}}</p>
<table class="v-table v-fold v-gap-5"><caption>{{#_}}As the info deck states it{{/_}}</caption><thead><tr><th scope="col">{{#_}}Theme{{/_}}</th><th scope="col">{{#_}}Source{{/_}}</th><th scope="col" class="v-num">{{#_}}Sum in the source{{/_}}</th></tr></thead><tbody>
{{#STATED}}<tr><th scope="row">{{NAME}}</th><td data-is="{{#_}}Source{{/_}}"><span>{{SOURCE}}{{#NO_PROJECTS}} {{#_}}(names no project behind it){{/_}}{{/NO_PROJECTS}}</span></td><td class="v-num" data-is="{{#_}}Sum in the source{{/_}}">{{SUM}}</td></tr>
{{/STATED}}</tbody></table>
<p class="v-meta v-gap-3">{{#_}}The deck cuts its figures to 10,000 euros. They are its own and are not mixed with the computed sums above.{{/_}}</p></section>
<section class="v-section" aria-labelledby="frames"><h2 id="frames">{{#_}}Frames{{/_}}</h2>
<table class="v-table v-fold v-gap-4"><caption class="ds-sr-only">{{#_}}Money set for some years at a time{{/_}}</caption><thead><tr><th scope="col">{{#_}}Years{{/_}}</th><th scope="col">{{#_}}Whose money{{/_}}</th><th scope="col">{{#_}}Source{{/_}}</th><th scope="col" class="v-num">{{#_}}A year{{/_}}</th></tr></thead><tbody>
{{#FRAME}}<tr><th scope="row">{{YEARS}}</th><td data-is="{{#_}}Whose money{{/_}}">{{PAYER}}</td><td data-is="{{#_}}Source{{/_}}">{{SOURCE}}</td><td class="v-num" data-is="{{#_}}A year{{/_}}">{{#ABOUT}}{{#_}}about{{/_}} {{/ABOUT}}{{SUM}}</td></tr>
{{/FRAME}}</tbody></table>
{{#ASSUMPTIONS}}<div class="v-note v-gap-4"><p>{{#_}}Assumed until the city confirms it:{{/_}}</p>{{#ASSUMPTION}}<p>{{TEXT}}</p>{{/ASSUMPTION}}</div>{{/ASSUMPTIONS}}</section>
<div class="v-half v-section"><section aria-labelledby="parties"><h2 id="parties">{{#_}}Parties{{/_}}</h2>
<dl class="v-keys v-gap-4">{{#PARTY}}<div><dt>{{NAME}}</dt><dd>{{PART}}</dd></div>{{/PARTY}}</dl></section>
<section aria-labelledby="funders"><h2 id="funders">{{#_}}Funders{{/_}}</h2>
<dl class="v-keys v-gap-4">{{#FUNDER}}<div><dt>{{NAME}}</dt><dd>{{KIND}}{{#SYSTEM}}<br><span class="v-meta">{{TEXT}}</span>{{/SYSTEM}}</dd></div>{{/FUNDER}}</dl></section></div>
