<div class="v-two"><div>
<p class="v-eyebrow">{{CALL}}</p>
<h1>{{TITLE}}</h1>
<p class="v-lead v-gap-3">{{#_}}Fill in the parts in any order.{{/_}} {{PROGRESS}}</p>
<svg class="v-blocks v-gap-4" aria-hidden="true">{{#BLOCK}}<rect class="{{CLASS}}" x="{{X}}%" width="{{WIDTH}}%" height="100%"/>{{/BLOCK}}</svg>
{{#REOPENED}}<p class="v-text v-gap-4"><strong class="v-strong">{{#_}}What you last sent stands until you send this version.{{/_}}</strong> <a href="{{RECEIPT}}">{{#_}}Open the receipt{{/_}}</a></p>{{/REOPENED}}
{{#CALL_CHANGED}}<section class="v-note v-gap-4" aria-labelledby="call-changed"><h2 class="v-h-small" id="call-changed">{{#_}}The call has been changed{{/_}}</h2><p class="v-gap-2">{{WHAT}}</p>{{#REASON}}<p class="v-gap-2">{{TEXT}}</p>{{/REASON}}<p class="v-gap-2"><a href="{{ADDRESS}}">{{#_}}Changes of this call{{/_}}</a></p></section>{{/CALL_CHANGED}}
{{#DROPPED}}<details class="v-why v-gap-4"><summary>{{#_}}Answers to questions that are no longer asked{{/_}}</summary><p class="v-text v-gap-2">{{#_}}They are kept for you to copy from, and are not sent.{{/_}}</p><dl class="v-keys v-gap-3">{{#ANSWER}}<div><dt>{{NAME}}</dt><dd class="v-as-typed">{{TEXT}}</dd></div>{{/ANSWER}}</dl></details>{{/DROPPED}}
{{#GROUP}}<section class="v-section v-section--near" aria-labelledby="{{ID}}"><div class="v-bar-row"><h2 id="{{ID}}">{{NAME}}</h2></div>
<ul class="v-tasks v-gap-3">{{#TASK}}
<li><a href="{{ADDRESS}}" aria-describedby="{{ID}}">{{TITLE}}</a><span class="v-tasks__state" id="{{ID}}">{{#DONE}}{{#_}}Ready{{/_}}{{/DONE}}{{#OPTIONAL}}<span class="v-meta">{{#_}}Not compulsory{{/_}}</span>{{/OPTIONAL}}{{#BEGUN}}<span class="v-tag v-tag--draft">{{#_}}In progress{{/_}}</span>{{/BEGUN}}{{#WRONG}}<span class="v-tag v-tag--error">{{#_}}To correct{{/_}}</span>{{/WRONG}}{{#EMPTY}}<span class="v-tag">{{#_}}Not started{{/_}}</span>{{/EMPTY}}</span></li>{{/TASK}}
</ul>{{#REMOVE}}<details class="v-why v-gap-3"><summary>{{#_}}Take away{{/_}} <span class="ds-sr-only">{{NAME}}</span></summary><p class="v-text v-gap-2">{{#_}}What has been filled in for this implementer is taken away with it.{{/_}}</p><form class="v-gap-2" action="{{ACTION}}" method="post"><input type="hidden" name="form_secret" value="{{FORM_SECRET}}"><input type="hidden" name="part_version" value="{{PART_VERSION}}"><button class="ds-button" data-variant="secondary" type="submit">{{#_}}Take away the implementer{{/_}} <span class="ds-sr-only">{{NAME}}</span></button></form></details>{{/REMOVE}}</section>{{/GROUP}}
{{#FILES}}<section class="v-section v-section--near" aria-labelledby="files"><h2 id="files">{{#_}}Attachments{{/_}}</h2>
<ul class="v-tasks v-gap-3"><li><a href="{{ADDRESS}}" aria-describedby="state-files">{{#_}}Add and look at attachments{{/_}}</a><span class="v-tasks__state" id="state-files">{{#DONE}}{{#_}}Ready{{/_}}{{/DONE}}{{#OPTIONAL}}<span class="v-meta">{{#_}}Not compulsory{{/_}}</span>{{/OPTIONAL}}{{#BEGUN}}<span class="v-tag v-tag--draft">{{#_}}In progress{{/_}}</span>{{/BEGUN}}{{#EMPTY}}<span class="v-tag">{{#_}}Not started{{/_}}</span>{{/EMPTY}}</span></li></ul></section>{{/FILES}}
{{#ADD}}<form class="v-gap-4" action="{{ACTION}}" method="post"><input type="hidden" name="form_secret" value="{{FORM_SECRET}}"><button class="ds-button" data-variant="secondary" type="submit">{{#_}}Add an implementer{{/_}}</button></form>{{/ADD}}
<section class="v-section v-section--near" aria-labelledby="sending"><h2 id="sending">{{#_}}Sending{{/_}}</h2>
<ul class="v-tasks v-gap-3">{{#CHECK}}<li><a href="{{ADDRESS}}">{{#_}}Check and send{{/_}}</a><span class="v-tasks__who">{{WHO}}</span></li>{{/CHECK}}</ul></section>
</div>
<aside class="v-side" aria-label="{{#_}}Application in brief{{/_}}">
<p class="v-actions"><a class="ds-button" data-variant="secondary" data-fullwidth href="{{CHECK_ADDRESS}}">{{#_}}See what is missing{{/_}}</a></p>
<dl class="v-keys v-keys--stack v-gap-5">
<div><dt>{{#_}}Who may send{{/_}}</dt><dd>{{#SENDER}}{{NAME}}<br>{{/SENDER}}</dd></div>
{{#ASKED}}<div><dt>{{#_}}To be asked of the city{{/_}}</dt><dd class="v-num">{{MUNICIPAL}}</dd></div>{{/ASKED}}
<div><dt>{{#_}}Implementers{{/_}}</dt><dd>{{#IMPLEMENTER}}{{NAME}}<br>{{/IMPLEMENTER}}</dd></div>
</dl>
{{#MAY_NOT_SEND}}<p class="v-meta v-gap-4">{{#_}}You may fill in and check. Sending is for those named above.{{/_}}</p>{{/MAY_NOT_SEND}}
<p class="v-meta v-gap-4">{{#_}}Saving does not send the application.{{/_}}</p>
<ul class="v-bare v-links v-gap-4"><li><a href="{{PEOPLE}}">{{#_}}Invite people to take part{{/_}}</a></li><li><a href="{{ANOTHER}}">{{#_}}Start another application to this call{{/_}}</a></li></ul>
</aside></div>
