<p class="v-eyebrow">{{CALL}} · {{TIME}}</p>
<h1>{{#_}}Can you apply?{{/_}}</h1>
<p class="v-lead v-gap-3">{{#_}}A few questions made from the rules of this call. No account is needed, and nothing is saved.{{/_}}</p>
{{#ANSWER}}<section class="v-section v-section--near" id="answer" aria-labelledby="verdict"><h2 id="verdict">{{VERDICT}}</h2>
<div class="v-text v-flow v-gap-3">{{#OBSTACLE}}<p>{{WHY}}{{#WRITTEN}}<br><span class="v-meta">{{#_}}Source:{{/_}} {{SOURCE}}</span>{{/WRITTEN}}</p>
{{/OBSTACLE}}{{#CHANGE}}<p>{{#_}}Change an answer below to see what would be possible, or ask the office.{{/_}}</p>{{/CHANGE}}{{#REST}}<p>{{#_}}Nothing in these answers is against the rules of the call. The whole application is checked when you send it.{{/_}}</p>{{/REST}}</div>
{{#APPLY}}<p class="v-actions v-gap-4"><a class="ds-button" href="{{ADDRESS}}">{{#_}}Start an application{{/_}}</a></p>{{/APPLY}}</section>{{/ANSWER}}
<section class="v-section v-section--near" aria-labelledby="questions"><h2 id="questions">{{#_}}Questions on the project{{/_}}</h2>
<form class="v-flow v-gap-4" action="{{ASK}}" method="get" novalidate>
{{>QUESTIONS}}
<p class="v-actions"><button class="ds-button" type="submit"{{#ANSWER}} data-variant="secondary"{{/ANSWER}}>{{#_}}Check{{/_}}</button></p>
</form></section>
{{#APPLICANTS}}<section class="v-section" aria-labelledby="who"><h2 id="who">{{#_}}Who may apply{{/_}}</h2>
<p class="v-text v-gap-3">{{TEXT}}</p></section>{{/APPLICANTS}}
{{#RULES}}<section class="v-section" aria-labelledby="rules"><h2 id="rules">{{#_}}Rules of the call{{/_}}</h2>
<dl class="v-keys v-gap-4">{{#RULE}}<div><dt>{{NAME}}</dt><dd>{{WORDS}}</dd></div>{{/RULE}}</dl></section>{{/RULES}}
<section class="v-section" aria-labelledby="ask"><h2 id="ask">{{#_}}Whom to ask{{/_}}</h2>
<p class="v-text v-gap-3">{{OFFICE}}, {{ROLE}}{{#WEB}}<br><a href="{{ADDRESS}}">{{#_}}The city’s page on the agreement{{/_}}</a>{{/WEB}}</p>
<p class="v-gap-3"><a href="{{BACK}}">{{#_}}Back to the call{{/_}}</a></p></section>
