<p class="v-eyebrow">{{CALL}}</p>
<h1>{{#_}}Check and send{{/_}}</h1>
<p class="v-lead v-gap-3">{{TITLE}}</p>
{{#WANTING}}<section class="v-section v-section--near" aria-labelledby="wanting"><h2 id="wanting">{{HOW_MANY}}</h2><ul class="v-bare v-todo v-gap-3">{{#REASON}}<li>{{#LINKED}}<a href="{{ADDRESS}}">{{TEXT}}</a> <span class="v-meta">{{SECTION}}{{#OF}}, {{NAME}}{{/OF}}</span>{{/LINKED}}{{#PLAIN}}{{TEXT}}{{/PLAIN}}</li>{{/REASON}}</ul></section>{{/WANTING}}
{{#WISHES}}<p class="v-note v-gap-3">{{#_}}The call wishes, but this stops nothing:{{/_}} {{TEXT}}</p>{{/WISHES}}
{{#SECTION}}<section class="v-section v-section--near"><div class="v-bar-row"><h2>{{TITLE}}{{#OF}} <span class="v-meta">{{NAME}}</span>{{/OF}}</h2>{{#CHANGE}}<p><a href="{{ADDRESS}}">{{#_}}Change{{/_}} <span class="ds-sr-only">{{TITLE}}</span></a></p>{{/CHANGE}}</div>
<dl class="v-keys v-gap-3">{{#ANSWER}}<div><dt>{{LABEL}}</dt><dd class="v-pre">{{TEXT}}{{>ROWS}}</dd></div>{{/ANSWER}}</dl></section>{{/SECTION}}
{{#ATTACHED}}{{>FILES}}{{/ATTACHED}}
{{#PLANNED}}{{>PLAN}}{{/PLANNED}}
<section class="v-section" aria-labelledby="send"><h2 id="send">{{#_}}Send{{/_}}</h2>
{{#CLOSED}}<p class="v-text v-gap-3"><strong class="v-strong">{{WHY}}</strong>{{#LACKS}} <a href="#wanting">{{#_}}See what is missing{{/_}}</a>{{/LACKS}}</p>{{/CLOSED}}
{{#MAY_NOT_SEND}}<p class="v-text v-gap-3">{{#_}}You may fill in and check. These people may send:{{/_}} {{#SENDER}}{{NAME}} {{/SENDER}}</p>{{/MAY_NOT_SEND}}
{{#OPEN}}<p class="v-text v-gap-3">{{#FIRST}}{{#_}}Nothing has been sent yet. You get a receipt at once, with the time of arrival.{{/_}}{{/FIRST}}{{#AGAIN}}{{#_}}What you last sent stands until you send this version. You get a new receipt at once; the number stays.{{/_}}{{/AGAIN}} {{CLOSES}}.{{#HANDLING}} {{TEXT}}{{/HANDLING}}</p>
<form class="v-gap-4" action="{{ACTION}}" method="post"><input type="hidden" name="form_secret" value="{{FORM_SECRET}}"><input type="hidden" name="version" value="{{VERSION}}"><input type="hidden" name="part_version" value="{{PART_VERSION}}"><p class="v-actions"><button class="ds-button" type="submit">{{#_}}Send the application{{/_}}</button></p></form>{{/OPEN}}
</section>
