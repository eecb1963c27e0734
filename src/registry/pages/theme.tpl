<p class="v-eyebrow">{{NUMBER}}</p>
<h1>{{NAME}}</h1>
<p class="v-gap-5"><span class="v-big">{{SUM}}</span></p>
<p class="v-meta v-gap-2">{{#_}}EU and state support, computed from the projects in the registry{{/_}} · {{PROJECTS}}</p>
<section class="v-section v-section--near" aria-labelledby="goals"><h2 id="goals">{{#_}}Goals{{/_}}</h2>
<div class="v-gap-4">{{>GOALS}}</div></section>
<section class="v-section v-section--near" aria-labelledby="calls"><h2 id="calls">{{#_}}Calls of this theme{{/_}}</h2>
{{#NO_CALLS}}<p class="v-text v-gap-3">{{#_}}There are no calls yet.{{/_}}</p>{{/NO_CALLS}}
<dl class="v-keys v-gap-4">{{#CALL}}<div><dt><a href="{{ADDRESS}}">{{NAME}}</a></dt><dd>{{TIME}}</dd></div>{{/CALL}}</dl></section>
<section class="v-section v-section--near" aria-labelledby="projects"><h2 id="projects">{{#_}}Projects of this theme{{/_}}</h2>
{{#NO_PROJECTS_YET}}<p class="v-text v-gap-3">{{#_}}No project belongs to this theme yet.{{/_}}</p>{{/NO_PROJECTS_YET}}
<ul class="v-ledger v-gap-4">
{{#PROJECT}}<li>{{>ROW}}</li>
{{/PROJECT}}</ul>
<p class="v-more"><a href="{{ALL}}">{{#_}}All projects of this theme{{/_}}</a></p>
<p class="v-meta">{{#_}}Sums are EU and state support of whole projects.{{/_}}</p></section>
<section class="v-section v-section--near" aria-labelledby="money"><h2 id="money">{{#_}}Support to projects{{/_}}</h2>
<dl class="v-keys v-gap-4">
{{#COMPUTED}}<div><dt>{{NAME}}</dt><dd><span class="v-num">{{SUM}}</span><br><span class="v-meta">{{PROJECTS}}, {{#_}}computed{{/_}}</span></dd></div>
{{/COMPUTED}}{{#STATED}}<div><dt>{{NAME}}</dt><dd><span class="v-num">{{SUM}}</span><br><span class="v-meta">{{#_}}As the source states it:{{/_}} {{SOURCE}}{{#NO_PROJECTS}} {{#_}}(names no project behind it){{/_}}{{/NO_PROJECTS}}</span></dd></div>
{{/STATED}}</dl></section>
<p class="v-meta v-gap-6">{{#_}}Source:{{/_}} {{SOURCE}}</p>
