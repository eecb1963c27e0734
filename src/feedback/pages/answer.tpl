<p class="v-eyebrow">{{STATE}}</p>
<h1>{{#_}}Feedback{{/_}} {{NUMBER}}</h1>
{{#LEFT}}<p class="v-lead v-gap-3">{{TEXT}}</p>{{/LEFT}}
<dl class="v-keys v-gap-5"><div><dt>{{#_}}Arrived{{/_}}</dt><dd>{{ARRIVED}}</dd></div><div><dt>{{#_}}Answer at the latest{{/_}}</dt><dd>{{DUE}}</dd></div>{{#PAGE}}<div><dt>{{#_}}Page{{/_}}</dt><dd>{{TEXT}}</dd></div>{{/PAGE}}{{#NAME}}<div><dt>{{#_}}Name{{/_}}</dt><dd>{{TEXT}}</dd></div>{{/NAME}}{{#EMAIL}}<div><dt>{{#_}}E-mail address{{/_}}</dt><dd>{{TEXT}}</dd></div>{{/EMAIL}}<div><dt>{{#_}}What was told{{/_}}</dt><dd class="v-as-typed">{{TEXT}}</dd></div></dl>
{{#ANSWER}}<section class="v-section v-section--near" aria-labelledby="answer"><h2 id="answer">{{#_}}Our answer{{/_}}</h2>
<p class="v-text v-as-typed v-gap-3">{{TEXT}}</p><p class="v-meta v-gap-3">{{BY}}</p></section>{{/ANSWER}}
{{#FORM}}<form class="v-form v-flow v-gap-5" action="{{ACTION}}" method="post" novalidate>
<input type="hidden" name="form_secret" value="{{FORM_SECRET}}">
{{>ANSWER_FIELD}}
<p class="v-actions v-gap-5"><button class="ds-button" type="submit">{{#_}}Send the answer{{/_}}</button></p>
</form>{{/FORM}}
