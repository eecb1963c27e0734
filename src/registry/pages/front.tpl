<div class="v-sea"><div class="v-wrap v-sea__row">
<div><p class="v-eyebrow">{{AGREEMENT}}</p>
<h1>{{#_}}Money for projects that renew the industry of the region{{/_}}</h1>
<p class="v-lead">{{#_}}The State and the city fund research and development together. Here you apply for the city’s share, follow projects and see where the money goes.{{/_}}</p></div>
{{#CALL}}<section class="v-panel" aria-labelledby="call">
<p class="v-eyebrow"><span class="v-tag{{#OPEN}} v-tag--sent{{/OPEN}}">{{STATE}}</span></p>
<h2 id="call"><a href="{{ADDRESS}}">{{NAME}}</a></h2>
{{#POT}}<div><p class="v-big">{{#ABOUT}}<small>{{#_}}about{{/_}}</small> {{/ABOUT}}{{SUM}}</p><p class="v-meta">{{LABEL}}</p></div>{{/POT}}
<div>{{#RUNNING}}<svg class="v-bar v-bar--slim" aria-hidden="true"><rect class="v-track" width="100%" height="100%"/><rect class="v-dot" width="{{GONE}}%" height="100%"/></svg>{{/RUNNING}}
<p><strong class="v-strong">{{TIME}}</strong></p>{{#RUNNING}}<p class="v-meta">{{CLOSES}}</p>{{/RUNNING}}</div>
<p class="v-actions"><a class="ds-button" href="{{ADDRESS}}">{{#OPEN}}{{#_}}Read the call and apply{{/_}}{{/OPEN}}{{#NOT_OPEN}}{{#_}}Read the call{{/_}}{{/NOT_OPEN}}</a> <a href="{{CALCULATOR}}">{{#_}}Work out the shares{{/_}}</a></p>
</section>{{/CALL}}
</div></div>
{{#SHARES}}<div class="v-wrap"><section class="v-section" aria-labelledby="who">
<h2 id="who">{{#_}}Who pays what{{/_}}</h2>
<div class="v-flow v-gap-2"><p class="v-text">{{#_}}The public funding of a project is shared by the payers below. The same colour means the same payer on all pages.{{/_}}</p>
{{>BAR}}
<dl class="v-payers{{#PARTED}} v-payers--shares{{/PARTED}}">{{#PAYER}}<div><dt><svg class="v-swatch" aria-hidden="true"><rect class="v-{{HUE}}"/></svg>{{NAME}}</dt><dd>{{HOW}}</dd></div>{{/PAYER}}</dl></div>
</section></div>{{/SHARES}}
<div class="v-wrap v-main">
<section class="v-section" aria-labelledby="themes">
<h2 id="themes">{{#_}}Themes{{/_}}</h2>
<ol class="v-ledger v-ledger--themes">
{{#THEME}}<li><h3><a href="{{ADDRESS}}">{{NAME}}</a></h3><p class="v-meta">{{GOALS}}</p><p class="v-meta">{{PROJECTS}}<br>{{#_}}EU and state support{{/_}}</p><p class="v-ledger__sum">{{SUM}}</p></li>
{{/THEME}}</ol></section>
<section class="v-section" aria-labelledby="newest">
<h2 id="newest">{{#_}}Newest projects{{/_}}</h2>
<ul class="v-ledger v-ledger--gap">
{{#PROJECT}}<li>{{>ROW}}</li>
{{/PROJECT}}</ul><p class="v-more"><a href="{{HOME}}/projects">{{#_}}All projects{{/_}}</a></p></section>
<section class="v-section" aria-labelledby="figures">
<h2 id="figures">{{#_}}The agreement in figures{{/_}}</h2>
<dl class="v-figures v-figures--gap"><div><dt>{{#_}}EU and state support to projects{{/_}}</dt><dd>{{SUPPORT}}</dd></div><div><dt>{{RUNNING}}</dt><dd>{{COUNT}}</dd></div><div><dt>{{#_}}implementers{{/_}}</dt><dd>{{IMPLEMENTERS}}</dd></div></dl>
<p class="v-more v-meta">{{#_}}Computed from the projects in the registry.{{/_}} <a href="{{HOME}}/agreement">{{#_}}The agreement, its goals and the figures that its info deck states{{/_}}</a></p></section>
</div>
