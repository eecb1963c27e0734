<h1>{{#_}}Set a password{{/_}}</h1>
<p class="v-lead v-gap-3">{{#_}}This link works once. After this you sign in with your e-mail address and the password.{{/_}}</p>
<form class="v-form v-flow v-gap-5" action="{{ACTION}}" method="post" novalidate>
{{>PASSWORD}}
<p class="v-actions v-gap-5"><button class="ds-button" type="submit">{{#_}}Set the password{{/_}}</button></p>
</form>
