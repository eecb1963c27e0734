<p class="v-eyebrow">{{NUMBER}}</p>
<h1>{{NAME}}</h1>
<p class="v-gap-5"><span class="v-big">{{SUM}}</span></p>
<p class="v-meta v-gap-2">{{#_}}EU and state support, computed from the projects in the registry{{/_}} · {{PROJECTS}}</p>
<p class="v-more"><a href="{{ALL}}">{{#_}}All projects{{/_}}</a></p>
<section class="v-section v-section--near" aria-labelledby="goals"><h2 id="goals">{{#_}}Goals{{/_}}</h2>
<div class="v-gap-4">{{>GOALS}}</div></section>
<section class="v-section v-section--near" aria-labelledby="money"><h2 id="money">{{#_}}Support to projects{{/_}}</h2>
<dl class="v-keys v-gap-4">
{{#COMPUTED}}<div><dt>{{NAME}}</dt><dd><span class="v-num">{{SUM}}</span><br><span class="v-meta">{{PROJECTS}}, {{#_}}computed{{/_}}</span></dd></div>
{{/COMPUTED}}{{#STATED}}<div><dt>{{NAME}}</dt><dd><span class="v-num">{{SUM}}</span><br><span class="v-meta">{{#_}}As the source states it:{{/_}} {{SOURCE}}{{#NO_PROJECTS}} {{#_}}(names no project behind it){{/_}}{{/NO_PROJECTS}}</span></dd></div>
{{/STATED}}</dl></section>
<p class="v-meta v-gap-6">{{#_}}Source:{{/_}} {{SOURCE}}</p>
