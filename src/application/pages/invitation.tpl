{{#GONE}}<h1>{{#_}}The invitation is no longer valid{{/_}}</h1>
<p class="v-lead v-gap-3">{{#_}}It has been used or taken back, or its time has run out. Ask the person who invited you for a new one.{{/_}}</p>{{/GONE}}
{{#OPEN}}<p class="v-eyebrow">{{CALL}}</p>
<h1>{{TITLE}}</h1>
<p class="v-lead v-gap-3">{{#_}}You are invited to take part in this application.{{/_}}</p>
<dl class="v-keys v-gap-4"><div><dt>{{#_}}What you may do{{/_}}</dt><dd>{{RIGHT}}</dd></div><div><dt>{{#_}}Signed in as{{/_}}</dt><dd>{{NAME}}</dd></div></dl>
<form class="v-gap-5" action="{{ACTION}}" method="post"><input type="hidden" name="form_secret" value="{{FORM_SECRET}}"><p class="v-actions"><button class="ds-button" type="submit">{{#_}}Take part{{/_}}</button></p></form>{{/OPEN}}
