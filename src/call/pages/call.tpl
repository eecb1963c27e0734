<div class="v-two v-two--lead"><div>
<p class="v-eyebrow"><span class="v-tag{{#OPEN}} v-tag--sent{{/OPEN}}">{{STATE}}</span></p>
<h1>{{NAME}}</h1>
<p class="v-lead v-gap-3">{{PURPOSE}}</p>
</div>
<aside class="v-side" aria-label="{{#_}}The call in short{{/_}}">
{{#POT}}<p class="v-big v-big--aside">{{#ABOUT}}<small>{{#_}}about{{/_}}</small> {{/ABOUT}}{{SUM}}</p><p class="v-meta">{{LABEL}}</p>{{/POT}}
{{#APPLIED}}<svg class="v-bar v-bar--slim v-gap-3" aria-hidden="true"><rect class="v-track" width="100%" height="100%"/><rect class="v-dot" width="{{PART}}%" height="100%"/></svg><p class="v-meta v-gap-2">{{TEXT}}</p>{{/APPLIED}}
<p class="v-gap-4"><strong class="v-strong">{{TIME}}</strong></p>{{#HANDLING}}
<p class="v-meta v-gap-2">{{TEXT}}</p>{{/HANDLING}}
{{#APPLY}}<p class="v-actions v-gap-3"><a class="ds-button" data-fullwidth href="{{ADDRESS}}">{{#_}}Start an application{{/_}}</a></p>
<p class="v-meta v-gap-2">{{#_}}You can continue later. The draft is kept.{{/_}}</p>{{/APPLY}}
{{#ELIGIBILITY}}<p class="v-gap-3"><a href="{{ADDRESS}}">{{#_}}Check in two minutes whether you can apply{{/_}}</a></p>{{/ELIGIBILITY}}
<dl class="v-keys v-keys--stack v-gap-4">
<div><dt>{{#_}}Application period{{/_}}</dt><dd>{{WINDOW}}{{#WINDOW_ASSUMED}} <a class="v-meta" href="#assumptions">{{#_}}Hours assumed{{/_}}</a>{{/WINDOW_ASSUMED}}{{#LAST}}<br><span class="v-meta">{{TEXT}}</span>{{/LAST}}</dd></div>
<div><dt>{{#_}}Themes{{/_}}</dt>{{#THEME}}<dd><a href="{{ADDRESS}}">{{NAME}}</a></dd>{{/THEME}}</div>
{{#CITY}}<div><dt>{{NAME}}</dt><dd>{{SHARE}}</dd></div>{{/CITY}}
<div><dt>{{#_}}Cost models{{/_}}</dt>{{#COST_MODEL}}<dd>{{NAME}}</dd>{{/COST_MODEL}}{{#COST_ASSUMED}}<dd><a class="v-meta" href="#assumptions">{{#_}}Assumed{{/_}}</a></dd>{{/COST_ASSUMED}}</div>
<div><dt>{{#_}}Questions{{/_}}</dt><dd>{{OFFICE}}, {{ROLE}}</dd>{{#WEB}}<dd><a href="{{ADDRESS}}">{{#_}}The city’s page on the agreement{{/_}}</a></dd>{{/WEB}}</div>
</dl></aside>
<div class="v-after"><section aria-labelledby="funded"><h2 id="funded">{{#_}}What is funded{{/_}}</h2>
<dl class="v-keys v-gap-4">{{#FUNDED}}<div><dt>{{NAME}}</dt><dd>{{WORDS}}{{#ASSUMED}} <a class="v-meta" href="#assumptions">{{#_}}Assumed{{/_}}</a>{{/ASSUMED}}</dd></div>{{/FUNDED}}</dl></section>
{{#APPLICANTS}}<section class="v-section" aria-labelledby="who"><h2 id="who">{{#_}}Who may apply{{/_}}</h2>
<p class="v-text v-gap-3">{{TEXT}}{{#ASSUMED}} <a class="v-meta" href="#assumptions">{{#_}}Assumed{{/_}}</a>{{/ASSUMED}}</p></section>{{/APPLICANTS}}
{{#RULES}}<section class="v-section" aria-labelledby="rules"><h2 id="rules">{{#_}}Rules of the call{{/_}}</h2>
<dl class="v-keys v-gap-4">{{#RULE}}<div><dt>{{NAME}}</dt><dd>{{WORDS}}</dd></div>{{/RULE}}</dl></section>{{/RULES}}
<section class="v-section" aria-labelledby="money"><h2 id="money">{{#_}}Money{{/_}}</h2>
<table class="v-table v-fold v-gap-4"><caption class="ds-sr-only">{{#_}}The money of the call, whose it is and who grants it{{/_}}</caption><thead><tr><th scope="col">{{#_}}Whose money{{/_}}</th><th scope="col">{{#_}}Who grants it{{/_}}</th><th scope="col" class="v-num">{{#_}}Sum{{/_}}</th></tr></thead><tbody>{{#MONEY_POT}}
<tr><th scope="row"><svg class="v-swatch" aria-hidden="true"><rect class="v-{{HUE}}"/></svg>{{PAYER}}</th><td data-is="{{#_}}Who grants it{{/_}}">{{FUNDER}}</td><td class="v-num" data-is="{{#_}}Sum{{/_}}"><span>{{#ABOUT}}{{#_}}about{{/_}} {{/ABOUT}}{{SUM}}<br><span class="v-meta">{{LABEL}}</span></span></td></tr>{{/MONEY_POT}}</tbody></table></section>
<section class="v-section" aria-labelledby="shares"><h2 id="shares">{{#_}}Shares{{/_}}</h2>
<div class="v-flow v-gap-4">{{>SHARES}}
<dl class="v-payers{{#PARTED}} v-payers--shares{{/PARTED}}">{{#PAYER}}<div><dt><svg class="v-swatch" aria-hidden="true"><rect class="v-{{HUE}}"/></svg>{{NAME}}</dt><dd>{{SHARE}}</dd></div>{{/PAYER}}</dl>
{{#REST}}<p class="v-note">{{TEXT}}</p>{{/REST}}
<p class="v-text">{{MONEY}}{{#MONEY_ASSUMED}} <a class="v-meta" href="#assumptions">{{#_}}Rounding and private money assumed{{/_}}</a>{{/MONEY_ASSUMED}}</p>
<details class="v-why"><summary>{{#_}}Show as a table{{/_}}</summary><table class="v-table v-fold v-gap-3"><caption class="ds-sr-only">{{#_}}Shares by payer{{/_}}</caption><thead><tr><th scope="col">{{#_}}Payer{{/_}}</th><th scope="col">{{#_}}Share{{/_}}</th><th scope="col">{{#_}}Source{{/_}}</th></tr></thead><tbody>{{#SHARE_ROW}}
<tr><th scope="row"><svg class="v-swatch" aria-hidden="true"><rect class="v-{{HUE}}"/></svg>{{NAME}}</th><td data-is="{{#_}}Share{{/_}}">{{SHARE}}</td><td data-is="{{#_}}Source{{/_}}">{{SOURCE}}</td></tr>{{/SHARE_ROW}}</tbody></table></details></div></section>
<section class="v-section" id="calculator" aria-labelledby="calculate"><h2 id="calculate">{{#_}}Work out the shares{{/_}}</h2>
<form class="v-flow v-gap-4" action="{{CALCULATE}}" method="get" novalidate>
{{>TOTAL}}
{{>SUPPORT}}
{{>PRIVATE}}
{{>WHAT_IF}}
{{>APPLICANT}}
<p class="v-actions"><button class="ds-button" data-variant="secondary" type="submit">{{#_}}Work out{{/_}}</button></p>
</form>
{{#PLAN}}<section class="v-gap-5" aria-labelledby="plan"><h3 id="plan">{{#_}}Who pays what{{/_}}</h3>
<p class="v-meta v-gap-2">{{#_}}Total costs{{/_}} <span class="v-num">{{COSTS}}</span></p>
{{>COSTS_WHY}}
<div class="v-gap-3">{{>BAR}}</div>
<div class="v-plan v-gap-4">
{{#LINE}}<div><div class="v-plan__row"><h4><svg class="v-swatch" aria-hidden="true"><rect class="v-{{HUE}}"/></svg>{{NAME}}</h4><p class="v-plan__sum">{{SUM}}</p></div>{{>WHY}}</div>
{{/LINE}}</div>
{{#NOTE}}<p class="v-note v-gap-3">{{TEXT}}</p>{{/NOTE}}</section>{{/PLAN}}
{{#TRIED}}<section class="v-gap-6" aria-labelledby="tried"><h3 id="tried">{{HEADING}}</h3>
<div class="v-gap-3">{{>BAR}}</div>
<div class="v-plan v-gap-4">
{{#LINE}}<div><div class="v-plan__row"><h4><svg class="v-swatch" aria-hidden="true"><rect class="v-{{HUE}}"/></svg>{{NAME}}</h4><p class="v-plan__sum">{{SUM}}</p></div>{{#CHANGE}}<p class="v-meta">{{TEXT}}</p>{{/CHANGE}}{{>WHY}}</div>
{{/LINE}}</div>
{{#NOTE}}<p class="v-note v-gap-3">{{TEXT}}</p>{{/NOTE}}
{{#SIZE}}<p class="v-text v-gap-3">{{TEXT}} <a href="{{ADDRESS}}">{{#_}}Work out a project of that size{{/_}}</a></p>{{/SIZE}}</section>{{/TRIED}}</section>
<section class="v-section" aria-labelledby="dates"><h2 id="dates">{{#_}}Dates{{/_}}</h2>
<ol class="v-dates v-gap-4">
{{#DATE}}<li{{#KEY}} class="is-key"{{/KEY}}>{{#TIME}}<time datetime="{{MACHINE}}">{{WHEN}}</time>{{/TIME}}{{#WORDS}}<span class="v-dates__when">{{WHEN}}</span>{{/WORDS}}<div><b>{{NAME}}</b>{{#LASTS}}<br><span class="v-meta">{{TEXT}}</span>{{/LASTS}}{{#PLACE}}<br><span class="v-meta">{{TEXT}}</span>{{/PLACE}}{{#LINK}}<br><a href="{{ADDRESS}}">{{#_}}Take part online{{/_}}</a>{{/LINK}}</div></li>
{{/DATE}}</ol>
{{#FILES}}<p class="v-gap-3"><a href="{{CALENDAR}}">{{#_}}Add these dates to your calendar{{/_}}</a></p>{{/FILES}}</section>
<section class="v-section" aria-labelledby="how"><h2 id="how">{{#_}}How to apply{{/_}}</h2>
<ol class="v-steps v-gap-4 v-text">
{{#STEP}}<li><h3>{{TITLE}}</h3><p>{{TEXT}}</p></li>
{{/STEP}}</ol></section>
{{#CRITERIA}}<section class="v-section" aria-labelledby="criteria"><h2 id="criteria">{{#_}}How projects are chosen{{/_}}</h2>
<p class="v-text v-gap-3">{{TEXT}}{{#ASSUMED}} <a class="v-meta" href="#assumptions">{{#_}}Assumed{{/_}}</a>{{/ASSUMED}}</p>
{{#JUDGED}}<dl class="v-keys v-gap-4">{{#CRITERION}}<div><dt>{{NAME}}</dt><dd>{{SCALE}}{{#WHAT}}<br><span class="v-meta">{{TEXT}}</span>{{/WHAT}}</dd></div>{{/CRITERION}}</dl>
{{#LEAST}}<p class="v-text v-gap-3">{{TEXT}}</p>{{/LEAST}}{{/JUDGED}}</section>{{/CRITERIA}}
{{#ATTACHMENTS}}<section class="v-section" aria-labelledby="attachments"><h2 id="attachments">{{#_}}Attachments{{/_}}</h2>
<p class="v-text v-gap-3">{{TEXT}}{{#ASSUMED}} <a class="v-meta" href="#assumptions">{{#_}}Assumed{{/_}}</a>{{/ASSUMED}}</p>
<dl class="v-keys v-gap-3">{{#PLACE}}<div><dt>{{TITLE}}</dt><dd>{{#REQUIRED}}{{#_}}Compulsory.{{/_}} {{/REQUIRED}}{{LIMITS}}</dd></div>{{/PLACE}}</dl></section>{{/ATTACHMENTS}}
{{#ASSUMPTIONS}}<section class="v-section" id="assumptions" aria-labelledby="assumed"><h2 id="assumed">{{#_}}What is assumed{{/_}}</h2>
<div class="v-text v-flow v-gap-3"><p>{{#_}}The published material does not say everything that a call needs. These points are our assumptions until the city confirms them.{{/_}}</p>
<ul>{{#ASSUMPTION}}<li>{{TEXT}}</li>{{/ASSUMPTION}}</ul></div></section>{{/ASSUMPTIONS}}
{{#CHANGES}}<section class="v-section" id="changes" aria-labelledby="changed"><h2 id="changed">{{#_}}Changes of this call{{/_}}</h2>
<p class="v-text v-gap-3">{{#_}}What was sent before a change stays under the rules by which it was sent.{{/_}}</p>
<dl class="v-keys v-gap-4">{{#VERSION}}<div><dt>{{WHEN}}</dt><dd>{{WHAT}}{{#REASON}}<br>{{TEXT}}{{/REASON}}</dd></div>{{/VERSION}}</dl></section>{{/CHANGES}}
<section class="v-section" aria-labelledby="sources"><h2 id="sources">{{#_}}Sources{{/_}}</h2>
<div class="v-text v-flow v-gap-3"><ul>{{#SOURCE_ROW}}<li>{{TEXT}}</li>{{/SOURCE_ROW}}</ul></div>
<p class="v-meta v-gap-3">{{#_}}Version of the rules:{{/_}} <span class="v-code">{{RULES_HASH}}</span></p>
{{#FILES}}<p class="v-meta v-gap-2">{{#_}}This call for other programs:{{/_}} <a href="{{RULES}}">{{#_}}all its rules as a file (TOML){{/_}}</a>, <a href="{{DATA}}">{{#_}}open data (JSON){{/_}}</a></p>{{/FILES}}</section>
</div></div>
