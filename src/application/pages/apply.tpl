<p class="v-eyebrow">{{CALL}}</p>
<h1>{{#_}}Start an application{{/_}}</h1>
{{#CLOSED}}<p class="v-lead v-gap-3">{{WHY}}</p>{{/CLOSED}}
{{#OPEN}}<p class="v-lead v-gap-3">{{#_}}A draft is made for you. You can go on with it any time; nothing is sent before you send it.{{/_}}</p>
<form class="v-gap-5" action="{{ACTION}}" method="post"><input type="hidden" name="form_secret" value="{{FORM_SECRET}}"><input type="hidden" name="which" value="{{WHICH}}">
<dl class="v-keys"><div><dt>{{#_}}Applicant{{/_}}</dt><dd>{{ORGANISATION}}</dd></div></dl>
<p class="v-actions v-gap-5"><button class="ds-button" type="submit">{{#_}}Start an application{{/_}}</button></p></form>{{/OPEN}}
