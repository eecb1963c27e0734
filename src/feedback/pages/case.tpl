<p class="v-eyebrow">{{#_}}Feedback on accessibility, number{{/_}} <span class="v-id">{{NUMBER}}</span></p>
<h1>{{STATE}}</h1>
{{#WAITS}}<p class="v-lead v-gap-3">{{#_}}Thank you. Your feedback has arrived. Keep the address of this page: the answer is shown here.{{/_}}</p>{{/WAITS}}
<dl class="v-keys v-gap-5"><div><dt>{{#_}}Arrived{{/_}}</dt><dd>{{ARRIVED}}</dd></div><div><dt>{{#_}}Answer at the latest{{/_}}</dt><dd>{{DUE}}</dd></div><div><dt>{{#_}}You wrote{{/_}}</dt><dd class="v-as-typed">{{TEXT}}</dd></div></dl>
{{#ANSWER}}<section class="v-section v-section--near" aria-labelledby="answer"><h2 id="answer">{{#_}}Our answer{{/_}}</h2>
<p class="v-text v-as-typed v-gap-3">{{TEXT}}</p><p class="v-meta v-gap-3">{{BY}}</p></section>{{/ANSWER}}
