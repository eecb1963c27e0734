<p class="v-eyebrow">{{CODE}} · {{THEME}}</p>
<h1 class="v-h-goal">{{TEXT}}</h1>
<p class="v-meta v-gap-3">{{#_}}Source:{{/_}} {{SOURCE}}</p>
{{#PARENT}}<p class="v-text v-gap-3">{{#_}}Part of the goal:{{/_}} <a href="{{ADDRESS}}">{{TEXT}}</a></p>{{/PARENT}}
{{#BELOW}}<section class="v-section v-section--near" aria-labelledby="below"><h2 id="below">{{#_}}Goals below it{{/_}}</h2>
<div class="v-gap-3">{{>GOALS}}</div></section>{{/BELOW}}
<section class="v-section v-section--near" aria-labelledby="calls"><h2 id="calls">{{#_}}Calls that take projects for it{{/_}}</h2>
{{#NO_CALLS}}<p class="v-text v-gap-3">{{#_}}There are no calls yet.{{/_}}</p>{{/NO_CALLS}}
<dl class="v-keys v-gap-4">{{#CALL}}<div><dt><a href="{{ADDRESS}}">{{NAME}}</a></dt><dd>{{TIME}}</dd></div>{{/CALL}}</dl></section>
<section class="v-section v-section--near" aria-labelledby="projects"><h2 id="projects">{{#_}}Projects that carry it{{/_}}</h2>
{{#NO_TAGGED}}<p class="v-text v-gap-3">{{#_}}No source says yet which projects carry this goal.{{/_}}</p>{{/NO_TAGGED}}
{{#OF_THEME}}<h3 class="v-gap-4">{{#_}}Newest projects of the theme{{/_}}</h3>{{/OF_THEME}}
<ul class="v-ledger v-gap-4">
{{#PROJECT}}<li>{{>ROW}}</li>
{{/PROJECT}}</ul>
<p class="v-more"><a href="{{ALL}}">{{#_}}All projects of this theme{{/_}}</a></p></section>
