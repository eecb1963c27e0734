<div class="v-two v-two--lead"><div>
<p class="v-eyebrow"><span class="v-tag{{#OPEN}} v-tag--sent{{/OPEN}}">{{STATE}}</span></p>
<h1>{{NAME}}</h1>
<p class="v-lead v-gap-3">{{PURPOSE}}</p>
</div>
<aside class="v-side" aria-label="{{#_}}The call in short{{/_}}">
{{#POT}}<p class="v-big v-big--aside">{{#ABOUT}}<small>{{#_}}about{{/_}}</small> {{/ABOUT}}{{SUM}}</p><p class="v-meta">{{LABEL}}</p>{{/POT}}
<p class="v-gap-4"><strong class="v-strong">{{TIME}}</strong></p>
{{#APPLY}}<p class="v-actions v-gap-3"><a class="ds-button" data-fullwidth href="{{ADDRESS}}">{{#_}}Start an application{{/_}}</a></p>
<p class="v-meta v-gap-2">{{#_}}You can continue later. The draft is kept.{{/_}}</p>{{/APPLY}}
<dl class="v-keys v-keys--stack v-gap-4">
<div><dt>{{#_}}Application period{{/_}}</dt><dd>{{WINDOW}}{{#WINDOW_ASSUMED}} <a class="v-meta" href="#assumptions">{{#_}}Hours assumed{{/_}}</a>{{/WINDOW_ASSUMED}}</dd></div>
<div><dt>{{#_}}Themes{{/_}}</dt>{{#THEME}}<dd><a href="{{ADDRESS}}">{{NAME}}</a></dd>{{/THEME}}</div>
<div><dt>{{#_}}Cost models{{/_}}</dt>{{#COST_MODEL}}<dd>{{NAME}}</dd>{{/COST_MODEL}}{{#COST_ASSUMED}}<dd><a class="v-meta" href="#assumptions">{{#_}}Assumed{{/_}}</a></dd>{{/COST_ASSUMED}}</div>
<div><dt>{{#_}}Questions{{/_}}</dt><dd>{{OFFICE}}, {{ROLE}}</dd>{{#WEB}}<dd><a href="{{ADDRESS}}">{{#_}}The city’s page on the agreement{{/_}}</a></dd>{{/WEB}}</div>
</dl></aside>
<div class="v-after"><section aria-labelledby="shares"><h2 id="shares">{{#_}}Shares{{/_}}</h2>
<div class="v-flow v-gap-4">{{>SHARES}}
<dl class="v-payers{{#PARTED}} v-payers--shares{{/PARTED}}">{{#PAYER}}<div><dt><svg class="v-swatch" aria-hidden="true"><rect class="v-{{HUE}}"/></svg>{{NAME}}</dt><dd>{{SHARE}}</dd></div>{{/PAYER}}</dl>
<p class="v-text">{{MONEY}}{{#MONEY_ASSUMED}} <a class="v-meta" href="#assumptions">{{#_}}Rounding and private money assumed{{/_}}</a>{{/MONEY_ASSUMED}}</p></div></section>
<section class="v-section" id="calculator" aria-labelledby="calculate"><h2 id="calculate">{{#_}}Work out the shares{{/_}}</h2>
<form class="v-flow v-gap-4" action="{{CALCULATE}}" method="get" novalidate>
{{>TOTAL}}
{{>SUPPORT}}
{{>PRIVATE}}
{{>APPLICANT}}
<p class="v-actions"><button class="ds-button" data-variant="secondary" type="submit">{{#_}}Work out{{/_}}</button></p>
</form>
{{#PLAN}}<section class="v-gap-5" aria-labelledby="plan"><h3 id="plan">{{#_}}Who pays what{{/_}}</h3>
<p class="v-meta v-gap-2">{{#_}}Total costs{{/_}} <span class="v-num">{{COSTS}}</span></p>
<div class="v-gap-3">{{>BAR}}</div>
<div class="v-plan v-gap-4">
{{#LINE}}<div><div class="v-plan__row"><h4><svg class="v-swatch" aria-hidden="true"><rect class="v-{{HUE}}"/></svg>{{NAME}}</h4><p class="v-plan__sum">{{SUM}}</p></div>{{>WHY}}</div>
{{/LINE}}</div>
{{#NOTE}}<p class="v-note v-gap-3">{{TEXT}}</p>{{/NOTE}}</section>{{/PLAN}}</section>
<section class="v-section" aria-labelledby="dates"><h2 id="dates">{{#_}}Dates{{/_}}</h2>
<ol class="v-dates v-gap-4">
{{#DATE}}<li{{#KEY}} class="is-key"{{/KEY}}>{{#TIME}}<time datetime="{{MACHINE}}">{{WHEN}}</time>{{/TIME}}{{#WORDS}}<span class="v-dates__when">{{WHEN}}</span>{{/WORDS}}<b>{{NAME}}</b></li>
{{/DATE}}</ol></section>
{{#APPLICANTS}}<section class="v-section" aria-labelledby="who"><h2 id="who">{{#_}}Who may apply{{/_}}</h2>
<p class="v-text v-gap-3">{{TEXT}}{{#ASSUMED}} <a class="v-meta" href="#assumptions">{{#_}}Assumed{{/_}}</a>{{/ASSUMED}}</p></section>{{/APPLICANTS}}
<section class="v-section" aria-labelledby="how"><h2 id="how">{{#_}}How to apply{{/_}}</h2>
<ol class="v-steps v-gap-4 v-text">
{{#STEP}}<li><h3>{{TITLE}}</h3><p>{{TEXT}}</p></li>
{{/STEP}}</ol></section>
{{#CRITERIA}}<section class="v-section" aria-labelledby="criteria"><h2 id="criteria">{{#_}}How projects are chosen{{/_}}</h2>
<p class="v-text v-gap-3">{{TEXT}}{{#ASSUMED}} <a class="v-meta" href="#assumptions">{{#_}}Assumed{{/_}}</a>{{/ASSUMED}}</p></section>{{/CRITERIA}}
{{#ATTACHMENTS}}<section class="v-section" aria-labelledby="attachments"><h2 id="attachments">{{#_}}Attachments{{/_}}</h2>
<p class="v-text v-gap-3">{{TEXT}}{{#ASSUMED}} <a class="v-meta" href="#assumptions">{{#_}}Assumed{{/_}}</a>{{/ASSUMED}}</p></section>{{/ATTACHMENTS}}
{{#ASSUMPTIONS}}<section class="v-section" id="assumptions" aria-labelledby="assumed"><h2 id="assumed">{{#_}}What is assumed{{/_}}</h2>
<div class="v-text v-flow v-gap-3"><p>{{#_}}The published material does not say everything that a call needs. These points are our assumptions until the city confirms them.{{/_}}</p>
<ul>{{#ASSUMPTION}}<li>{{TEXT}}</li>{{/ASSUMPTION}}</ul></div></section>{{/ASSUMPTIONS}}
<p class="v-meta v-gap-6">{{#_}}Source:{{/_}} {{SOURCE}}<br>{{#_}}Version of the rules:{{/_}} <span class="v-code">{{RULES_HASH}}</span></p>
</div></div>
