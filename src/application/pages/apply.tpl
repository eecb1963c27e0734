<p class="v-eyebrow">{{CALL}}</p>
<h1>{{#_}}Apply{{/_}}</h1>
<ul class="v-ledger v-gap-5">{{#DRAFT}}<li><h2 class="v-h-small"><a href="{{ADDRESS}}">{{TITLE}}</a></h2><p class="v-meta"><span class="v-tag v-tag--draft">{{#_}}Draft – not sent{{/_}}</span></p><p class="v-meta">{{SAVED}}</p></li>{{/DRAFT}}</ul>
{{#CLOSED}}<p class="v-lead v-gap-3">{{WHY}}</p>{{/CLOSED}}
{{#OPEN}}{{#FIRST}}<p class="v-lead v-gap-3">{{#_}}A draft is made for you. You can go on with it any time; nothing is sent before you send it.{{/_}}</p>{{/FIRST}}{{#ANOTHER}}<p class="v-text v-gap-5">{{#_}}Go on with a draft above, or begin an application for another project.{{/_}}</p>{{/ANOTHER}}
<form class="v-gap-5" action="{{ACTION}}" method="post"><input type="hidden" name="form_secret" value="{{FORM_SECRET}}"><input type="hidden" name="which" value="{{WHICH}}"><input type="hidden" name="drawn" value="{{DRAWN}}">
<p class="v-actions"><button class="ds-button"{{#ANOTHER}} data-variant="secondary"{{/ANOTHER}} type="submit">{{#FIRST}}{{#_}}Start an application{{/_}}{{/FIRST}}{{#ANOTHER}}{{#_}}Start another application{{/_}}{{/ANOTHER}}</button></p></form>{{/OPEN}}
